import type { ClipScores } from "../clipScores.js";

/** The emotions of a view and their sentiment groups, as plain data. */
export interface LabelsPayload {
  /**
   * @minItems 2
   * @maxItems 64
   */
  readonly emotions: readonly string[];
  /**
   * @minItems 1
   * @maxItems 64
   */
  readonly groups: readonly {
    readonly name: string;
    /**
     * Indices into `emotions`.
     * @minItems 1
     */
    readonly emotions: readonly number[];
  }[];
}

/**
 * A picture as a data URI; "" for none.
 * @pattern ^(data:image/(jpeg|png|webp);base64,[A-Za-z0-9+/=]+)?$
 */
export type PicturePayload = string;

/** The ground truth of one frame; see FrameTruth. */
export interface FrameTruthPayload {
  readonly emotion: number;
  /** From 0 (not at all) to 1 (apex). */
  readonly intensity: number;
  /** Set when the frame deviates from the label of its clip, e.g. "hand over the mouth". */
  readonly deviation?: string;
}

/** The frames of one clip that the network saw: T frames, C emotions. All lists have length T. */
export interface FramesPayload {
  /**
   * Frame numbers within the clip, `[T]`; a number may occur twice.
   * @maxItems 20000
   */
  readonly numbers: readonly number[];
  /** Frames per second; null or absent when unknown. */
  readonly frameRate?: number | null;
  /** Which of `numbers` show no face, each once: they have no probabilities and no score. Absent where all show one. */
  readonly withoutFace?: readonly number[];
  readonly truth?: readonly FrameTruthPayload[];
  /** Probabilities of the frozen frame model, `[T][C]`; an empty list for a frame without a face. */
  readonly pseudo?: readonly (readonly (number | null)[])[];
  /** Probabilities of the network's own frame head, `[T][C]`; an empty list for a frame without a face. */
  readonly network?: readonly (readonly (number | null)[])[];
  /** Weight of each frame in the semantic transfer loss: the frozen model's raw logit for the clip's emotion (SPEC.md, section 3), `[T]`. */
  readonly score?: readonly (number | null)[];
  /** Attention of the class token to each frame, `[T]`. */
  readonly attention?: readonly (number | null)[];
  /** Pictures of the frames as `data:image/jpeg;base64,...` (or png, webp), `[T]`; "" where there is none. */
  readonly thumbnails?: readonly PicturePayload[];
}

/**
 * One clip with the scores of the network's three heads, enough to fuse them with any beta (SPEC.md, section 7).
 * Scores are rounded to four decimals, or to more where four could change the predicted emotion.
 */
export interface ClipPayload extends ClipScores {
  readonly id: string;
  /** The name that the clip's own data set has for its label, where it is read as another emotion. */
  readonly originalLabel?: string;
  /** One picture that stands for the clip, as a data URI. */
  readonly thumbnail?: PicturePayload;
  /** Present when the clip's timeline can be opened from this view. */
  readonly frames?: FramesPayload;
}
