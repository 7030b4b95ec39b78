import sharp from "sharp";
import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import type { Picture } from "../../images/picture.js";
import type { PicturePoint } from "./drawnFace.js";

/** A picture on a sheet. */
export interface SheetPicture {
  readonly picture: Picture;
  /** Stands below it. */
  readonly caption?: string;
  /** Outlined, in pixels of the picture. */
  readonly boxes?: readonly PictureBox[];
  /** Marked by a dot, in pixels of the picture. */
  readonly dots?: readonly PicturePoint[];
}

/** A rectangle in pixels of a picture. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SheetLayout {
  /** Pictures in a row. @default 7 */
  readonly columns?: number;
  /** Width of a picture on the sheet in pixels. @default 112 */
  readonly width?: number;
}

const [gap, captionHeight, rim] = [8, 20, 2];
/** Dark enough on white, bright enough on a face. */
const mark = "#d9480f";

/** Pictures in rows, each with a caption, boxes and dots. It displays itself as a PNG. */
export class PictureSheet implements Displayable {
  constructor(
    readonly pictures: readonly SheetPicture[],
    readonly layout: SheetLayout = {},
  ) {
    if (pictures.length === 0) throw new RangeError("Give at least one picture.");
  }

  toString(): string {
    const captions = this.pictures.flatMap(({ caption }) => caption ?? []);
    const count = this.pictures.length === 1 ? "1 picture" : `${this.pictures.length} pictures`;
    return captions.length === 0 ? `${count}.` : `${count}: ${captions.join("; ")}.`;
  }

  /** A PNG. */
  png(): Promise<Buffer> {
    return compose(this.pictures, this.layout);
  }

  async [displayMethod](): Promise<MimeBundle> {
    return { "text/plain": this.toString(), "image/png": (await this.png()).toString("base64") };
  }
}

async function compose(
  pictures: readonly SheetPicture[],
  { columns = 7, width = 112 }: SheetLayout,
): Promise<Buffer> {
  const tallest = Math.max(...pictures.map(({ picture }) => (width * picture.height) / picture.width));
  const below = pictures.some(({ caption }) => caption !== undefined) ? captionHeight : 0;
  const row = Math.round(tallest) + below + gap;
  const places = pictures.map((_, at) => ({
    left: gap + (at % columns) * (width + gap),
    top: gap + Math.floor(at / columns) * row,
  }));
  const size = {
    width: gap + Math.min(columns, pictures.length) * (width + gap),
    height: gap + Math.ceil(pictures.length / columns) * row,
  };
  const tiles = await Promise.all(pictures.map(({ picture }) => tileOf(picture, width)));
  const marks = pictures.map((each, at) => marksOf(each, places[at], width));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ` +
    `font-family="DejaVu Sans, sans-serif" font-size="12" fill="#333">${marks.join("")}</svg>`;
  return sharp({ create: { ...size, channels: 3, background: "#ffffff" } })
    .composite([
      ...tiles.map((input, at) => ({ input, ...places[at] })),
      { input: Buffer.from(svg), left: 0, top: 0 },
    ])
    .png()
    .toBuffer();
}

/** Small pictures are enlarged to squares of one colour, so that their pixels are seen. */
function tileOf({ width, height, data }: Picture, wide: number): Promise<Buffer> {
  const kernel = width < wide ? "nearest" : "lanczos3";
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(wide, Math.round((wide * height) / width), { kernel })
    .png()
    .toBuffer();
}

function marksOf(
  { picture, caption, boxes = [], dots = [] }: SheetPicture,
  { left, top }: { readonly left: number; readonly top: number },
  wide: number,
): string {
  const scale = wide / picture.width;
  const outlines = boxes.map(
    ({ x, y, width, height }) =>
      `<rect x="${left + scale * x}" y="${top + scale * y}" width="${scale * width}" height="${scale * height}" ` +
      `fill="none" stroke="${mark}" stroke-width="${rim}"/>`,
  );
  const points = dots.map(
    ({ x, y }) =>
      `<circle cx="${left + scale * x}" cy="${top + scale * y}" r="3" fill="${mark}" stroke="#fff"/>`,
  );
  const bottom = top + scale * picture.height + 15;
  const text =
    caption === undefined
      ? ""
      : `<text x="${left + wide / 2}" y="${bottom}" text-anchor="middle">${escapeXml(caption)}</text>`;
  return [...outlines, ...points, text].join("");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
