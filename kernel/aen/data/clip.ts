import type { Picture } from "./images/picture.js";

/** How a frame departs from the emotion of its clip. */
export type Deviation =
  "neutral" | "other emotion" | "hand over the mouth" | "blink" | "blur" | "turned away" | "no face";

/** What is known for certain of one frame. */
export interface FrameTruth {
  /** The emotion that this frame shows: an index into the label set. */
  readonly emotion: number;
  /** How strongly, from 0 (not at all) to 1 (apex). */
  readonly intensity: number;
  /** Set when the frame departs from the label of its clip. */
  readonly deviation?: Deviation;
}

/** Frames in RGB, 8 bits a channel, row-major: `[count, height, width, 3]`. */
export interface FrameImages {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly data: Uint8Array;
}

/**
 * How a worker thread reads the same frames: it imports `module`, which exports `openClip: `{@link OpenClip},
 * and passes it `data`, which can be cloned into another thread.
 */
export interface ClipSource {
  /** The URL of the module, e.g. `new URL("./frameFiles.js", import.meta.url).href`. */
  readonly module: string;
  readonly data: unknown;
}

/** What the module of a {@link ClipSource} exports as `openClip`. */
export type OpenClip = (data: unknown) => Pick<Clip, "read" | "readPictures">;

/**
 * What a frame of a recording shows of the face: in plain sight, covered in part (by a hand, hair, the picture's
 * edge), not found but bridged between two frames near by, or no face at all (the frame is black).
 */
export type FaceSight = "seen" | "covered" | "bridged" | "none";

/** A short video of one face with one emotion as its label. */
export interface Clip {
  /** Unique within its set; a path or a generated name. */
  readonly id: string;
  /** Index into the label set; null when the clip is not labelled. */
  readonly label: number | null;
  /** Who is seen, for subject-independent splits; null when unknown. */
  readonly identity: string | null;
  readonly frameCount: number;
  /** Frames per second; null when unknown. */
  readonly frameRate: number | null;
  /** One entry per frame; null when the truth of single frames is unknown. */
  readonly truth: readonly FrameTruth[] | null;
  /** One entry per frame of a recording whose face was cut out; absent where faces were not looked for. */
  readonly faceSights?: readonly FaceSight[];
  /** How worker threads read the clip; without it its frames are read here and sent to them. */
  readonly source?: ClipSource;
  /** What the frames depend on, for {@link ClipSet.contentHash}: a checksum or a recipe, the same on every machine. */
  readonly contentKey?: string;
  /**
   * Reads some frames, in the order given; a number may occur twice.
   * @throws RangeError for a frame number outside 0..frameCount-1
   */
  read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages>;
  /** The same as {@link read}, as single pictures; saves a copy where frames are read one by one. */
  readPictures?(frames: readonly number[], signal?: AbortSignal): Promise<readonly Picture[]>;
}
