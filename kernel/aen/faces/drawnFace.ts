import sharp from "sharp";
import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import type { Picture } from "../../images/picture.js";

/** A point in pixels of a picture, from its upper left corner. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** The middles of the eyes, on the picture's left and right, and of the mouth. */
export interface FacePoints {
  readonly leftEye: PicturePoint;
  readonly rightEye: PicturePoint;
  readonly mouth: PicturePoint;
}

/** A picture of a drawn face, RGB, with the points that it was drawn at. It displays itself. */
export class DrawnFace implements Picture, Displayable {
  readonly width: number;
  readonly height: number;

  /**
   * @param size height and width in pixels
   * @param data `[size, size, 3]`
   * @param points where the eyes and the mouth are, exactly: no detector has found them
   */
  constructor(
    size: number,
    readonly data: Uint8Array,
    readonly points: FacePoints,
  ) {
    this.width = size;
    this.height = size;
  }

  toString(): string {
    return `A drawn face, ${this.width} x ${this.height} pixels.`;
  }

  async [displayMethod](): Promise<MimeBundle> {
    return { "text/plain": this.toString(), "image/png": (await pngOf(this)).toString("base64") };
  }
}

function pngOf({ width, height, data }: Picture): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
