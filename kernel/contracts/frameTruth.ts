/** How a frame deviates from the emotion of its clip. */
export type Deviation =
  "neutral" | "other emotion" | "hand over the mouth" | "blink" | "blur" | "turned away" | "no face";

/** Ground truth of one frame. */
export interface FrameTruth {
  /** The emotion that this frame shows: an index into the label set. */
  readonly emotion: number;
  /** How strongly, from 0 (not at all) to 1 (apex). */
  readonly intensity: number;
  /** Set when the frame deviates from the label of its clip. */
  readonly deviation?: Deviation;
}

/**
 * How visible the face is in a frame of a recording: in plain sight, partly covered (by a hand, hair, the image
 * border), not found but interpolated between two nearby frames, or absent (the frame is black).
 */
export type FaceSight = "seen" | "covered" | "bridged" | "none";

/** Where the face is in a frame: a rectangle in pixels of the upright frame, which may reach over its edges. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The detector's confidence, 0..1; 0 where the face was not found but interpolated. */
  readonly confidence: number;
}
