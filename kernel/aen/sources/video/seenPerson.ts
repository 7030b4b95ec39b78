import type { Picture } from "../../../images/picture.js";

/** A person whom a video shows. */
export interface SeenPerson {
  /** From 1, the most prominent first: what the option `person` takes. */
  readonly number: number;
  /** The share of frames in which the face is found, 0 to 1. */
  readonly share: number;
  /** When it is found first and last, in seconds. */
  readonly from: number;
  readonly to: number;
  /** Mean width of the face, as a share of the picture's. */
  readonly width: number;
  /** Mean place of the face's middle, as shares of the picture's width and height. */
  readonly place: { readonly x: number; readonly y: number };
  /** The face where it was largest, upright. */
  readonly portrait: Picture | null;
}
