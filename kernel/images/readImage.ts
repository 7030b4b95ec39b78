import { isMainThread } from "node:worker_threads";
import sharp from "sharp";
import { DataError } from "../files/dataError.js";
import { accessError } from "../files/checkFile.js";
import { readRegularFile, readRegularFileSync } from "../files/readRegularFile.js";
import { isDrawing } from "./isDrawing.js";
import { jpegDamage } from "./jpegDamage.js";
import { mostPixels, type Picture } from "./picture.js";
import { decodePlain, plainImage } from "./plainImage.js";

/** What becomes of a JPEG that is damaged and can be decoded in part. */
export type DamagedPictures =
  /** One that ends early is refused; other damage is not looked for. */
  | "refuse"
  /** It is decoded as far as it goes, and `damage` of the picture says what is wrong. */
  | "say"
  /** It is decoded as far as it goes. */
  | "take";

/** 100 million pixels take less, in any format. */
const mostBytes = 2 ** 30;

/**
 * Reads an image file (JPEG, PNG, WebP, TIFF, GIF, AVIF, ...) as 8-bit RGB: rotated upright according to its EXIF
 * data, transparent parts on black, 16 bits scaled to 8, CMYK and grey converted to sRGB. For an animated image it
 * reads the first frame.
 * @throws DataError when the file is not an image, is truncated (unless that is taken) or has more than 100 million pixels; for a pipe or
 *   device; for a drawing (SVG), which can refer to other files and take any time
 */
export async function readImage(file: string, damaged: DamagedPictures = "refuse"): Promise<Picture> {
  try {
    const bytes = await readBytes(file);
    if (isDrawing(bytes)) throw new Error("it is a drawing (SVG or compressed), not a picture of pixels");
    const damage = damaged === "say" ? await jpegDamage(bytes) : null;
    const plain = plainImage(bytes);
    const fast = plain && plain.width * plain.height <= mostPixels && (await decodePlain(bytes, plain));
    const picture = fast || (await decodeAny(bytes, damaged));
    return damage === null ? picture : { ...picture, damage };
  } catch (cause) {
    throw imageError(file, cause as Error);
  }
}

/**
 * What is wrong with an image file that can be read all the same; null for nothing. JPEGs are not decoded for this.
 * @throws DataError as {@link readImage}
 */
export async function imageDamage(file: string): Promise<string | null> {
  try {
    const bytes = await readBytes(file);
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return await jpegDamage(bytes);
  } catch (cause) {
    throw imageError(file, cause as Error);
  }
  await readImage(file);
  return null;
}

/** A worker thread may read synchronously, which is several times faster for small files. */
async function readBytes(file: string): Promise<Uint8Array> {
  return isMainThread ? readRegularFile(file, mostBytes) : readRegularFileSync(file, mostBytes);
}

async function decodeAny(bytes: Uint8Array, damaged: DamagedPictures): Promise<Picture> {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  const failOn = isJpeg && damaged !== "refuse" ? "none" : "truncated";
  const image = sharp(bytes, { limitInputPixels: mostPixels, failOn, pages: 1 });
  const { data, info } = await image
    .autoOrient()
    .flatten({ background: "black" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: threeChannels(data, info.channels) };
}

function threeChannels(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let pixel = 0; pixel < rgb.length / 3; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      rgb[pixel * 3 + channel] = data[pixel * channels + (channels >= 3 ? channel : 0)];
    }
  }
  return rgb;
}

function imageError(file: string, cause: Error): DataError {
  if (cause instanceof DataError) return cause;
  const place = { file, cause };
  const { code } = cause as NodeJS.ErrnoException;
  if (/pixel limit/i.test(cause.message)) {
    return new DataError(
      "the image has more than 100 million pixels. Scale it down before you use it as a frame.",
      place,
    );
  }
  if (code === "ENOENT") return new DataError("there is no such image.", place);
  if (code !== undefined) return accessError(file, cause);
  const reason = cause.message.split("\n")[0].replace(/^Input (file|buffer) /i, "it ");
  return new DataError(`this image cannot be read (${reason}). Save it again or leave it out.`, place);
}
