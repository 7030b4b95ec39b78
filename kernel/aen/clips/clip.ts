import type { FaceSight, FrameTruth } from "../../contracts/frameTruth.js";
import type { FrameImages } from "../../images/frameImages.js";
import type { Picture } from "../../images/picture.js";

/**
 * How a worker thread reads the same frames: it imports `module`, which exports `openClip: `{@link OpenClip},
 * and passes it `data`, which must be cloneable into another thread.
 */
export interface ClipSource {
  /** The URL of the module, e.g. `new URL("./frameFiles.js", import.meta.url).href`. */
  readonly module: string;
  readonly data: unknown;
}

/** What the module of a {@link ClipSource} exports as `openClip`. */
export type OpenClip = (data: unknown) => Pick<Clip, "read" | "readPictures">;

/** A frame whose picture is damaged and was decoded as far as it goes, with what is wrong. */
export type DamagedFrame = readonly [frame: number, damage: string];

/** A short video of one face, labelled with one emotion. */
export interface Clip {
  /** Unique within its set; a path or a generated name. */
  readonly id: string;
  /** Index into the label set; null for an unlabelled clip. */
  readonly label: number | null;
  /** The name that the clip's own data set has for its label, where a `labelMap` reads it as another emotion. */
  readonly originalLabel?: string;
  /** The person shown, for subject-independent splits; null when unknown. */
  readonly identity: string | null;
  /** The data set whose name {@link identity} is: people named alike in two data sets are not the same. */
  readonly peopleOf?: string;
  readonly frameCount: number;
  /** Frames per second; null when unknown. */
  readonly frameRate: number | null;
  /** One entry per frame; null when there is no ground truth for single frames. */
  readonly truth: readonly FrameTruth[] | null;
  /**
   * Groups that the clip belongs to, by field, e.g. `{ skin: "dark", glasses: "no glasses" }`; drawn clips have skin, sex,
   * age, glasses, beard, light and camera.
   */
  readonly groups?: Readonly<Record<string, string>>;
  /** One entry per frame of a recording whose face was cropped; absent where no faces were searched for. */
  readonly faceSights?: readonly FaceSight[];
  /** How worker threads read the clip; without it, frames are read in this thread and sent to them. */
  readonly source?: ClipSource;
  /** What the frames depend on, for `ClipSet.contentHash`: a checksum or a recipe, the same on every machine. */
  readonly contentKey?: string;
  /** The files that hold its content, in order, whose every byte `aen.clips.from("dataset.json", { verify: true })` reads. */
  contentFiles?(): Promise<readonly string[]>;
  /** Width and height of each frame as stored, in pixels, where they may differ; absent where they cannot. */
  frameSizes?(): Promise<readonly (readonly [width: number, height: number])[]>;
  /**
   * Looks at the stored pictures, all or JPEGs alone, for damage; absent where frames are not single pictures.
   * @throws DataError for a picture that cannot be read
   */
  damagedFrames?(which: "all" | "JPEGs", signal?: AbortSignal): Promise<readonly DamagedFrame[]>;
  /**
   * Reads some frames, in the given order; a number may occur twice.
   * @throws RangeError for a frame number outside 0..frameCount-1
   */
  read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages>;
  /** Like {@link read}, but as single pictures; saves a copy where frames are read one by one. */
  readPictures?(frames: readonly number[], signal?: AbortSignal): Promise<readonly Picture[]>;
}
