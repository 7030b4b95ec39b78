import type { Picture } from "../images/picture.js";
import { warpPicture } from "./warpPicture.js";

/** The picture is compared in this size: small motions do not count. */
const [width, height] = [16, 9];
/** Mean difference of two pictures in a row, in grey levels, from which a cut between them is possible. */
const change = 6;

/** Notices where a video may be cut: the picture changes at once. Flashes and quick motion look alike. */
export class CutDetector {
  #before: Uint8Array | null = null;

  /** Whether there may be a cut before this picture. */
  observe(picture: Picture): boolean {
    const map = { a: picture.width / width, b: 0, c: 0, d: 0, e: picture.height / height, f: 0 };
    const small = warpPicture(picture, map, width, height, "replicate");
    const before = this.#before;
    this.#before = small;
    if (!before) return false;
    const difference = small.reduce((sum, value, at) => sum + Math.abs(value - before[at]), 0);
    return difference / small.length > change;
  }
}
