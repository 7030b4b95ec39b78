import type { Picture } from "../images/picture.js";
import { withoutRepetitions, type Box, type Detection } from "./box.js";
import type { FaceNets } from "./faceNets.js";
import { loadFaceWeights } from "./faceWeights.js";
import { warpPicture, type Border } from "./warpPicture.js";
import { ssdSize } from "./ssdNet.js";
import { tinyAnchors } from "./tinyDetectorNet.js";

/** Where to search, and how to fill the area beyond the picture. */
export interface Look {
  /** A square; the whole picture by default. */
  readonly region?: Box;
  readonly border?: Border;
}

/** The square that contains the whole picture in its upper left corner. */
export function wholePicture({ width, height }: Picture): Box {
  const side = Math.max(width, height);
  return { x: 0, y: 0, width: side, height: side };
}

/** The square of `size` pixels a side that shows a region of a picture. */
export function squareOf(picture: Picture, region: Box, size: number, border: Border = "black"): Uint8Array {
  const scale = region.width / size;
  return warpPicture(
    picture,
    { a: scale, b: 0, c: region.x, d: 0, e: scale, f: region.y },
    size,
    size,
    border,
  );
}

/**
 * Detects faces with the tiny detector; fast, works best on faces a quarter to three quarters the size of the region.
 * @param size height and width of its input in pixels, a multiple of 32
 * @param leastScore 0..1
 */
export async function detectTiny(
  nets: FaceNets,
  picture: Picture,
  size: number,
  leastScore: number,
  { region = wholePicture(picture), border }: Look = {},
): Promise<Detection[]> {
  const out = await nets.tinyDetector(squareOf(picture, region, size, border), size);
  const cells = size / 32;
  const scale = region.width / cells;
  const found: Detection[] = [];
  for (let at = 0; at < out.length; at += 5) {
    const score = sigmoid(out[at + 4]);
    if (score < leastScore) continue;
    const [anchorWidth, anchorHeight] = tinyAnchors[(at / 5) % tinyAnchors.length];
    const cell = Math.floor(at / (5 * tinyAnchors.length));
    const width = Math.exp(out[at + 2]) * anchorWidth * scale;
    const height = Math.exp(out[at + 3]) * anchorHeight * scale;
    const x = region.x + ((cell % cells) + sigmoid(out[at])) * scale - width / 2;
    const y = region.y + (Math.floor(cell / cells) + sigmoid(out[at + 1])) * scale - height / 2;
    found.push({ score, box: { x, y, width, height } });
  }
  return withoutRepetitions(found, 0.4);
}

/** Detects faces with the SSD detector; slower, but more reliable, and it also finds small faces. */
export async function detectSsd(
  nets: FaceNets,
  picture: Picture,
  leastScore: number,
  { region = wholePicture(picture), border }: Look = {},
): Promise<Detection[]> {
  const { codes, logits } = await nets.ssdDetector(squareOf(picture, region, ssdSize, border));
  const priors = (await loadFaceWeights("ssd_mobilenetv1")).values("Output/extra_dim");
  const found: Detection[] = [];
  logits.forEach((logit, prior) => {
    const score = sigmoid(logit);
    if (score >= leastScore) found.push({ score, box: within(region, decode(codes, priors, prior * 4)) });
  });
  return withoutRepetitions(found, 0.4);
}

/** Decodes a box code (y, x, height, width relative to its prior box) to a box in 0..1 (Liu et al. 2016, SSD). */
function decode(codes: Float32Array, priors: Float32Array, at: number): Box {
  const [top, left, bottom, right] = priors.subarray(at, at + 4);
  const height = (bottom - top) * Math.exp(codes[at + 2] / 5);
  const width = (right - left) * Math.exp(codes[at + 3] / 5);
  const y = (top + bottom) / 2 + (codes[at] / 10) * (bottom - top);
  const x = (left + right) / 2 + (codes[at + 1] / 10) * (right - left);
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function within(region: Box, box: Box): Box {
  const scale = region.width;
  return {
    x: region.x + box.x * scale,
    y: region.y + box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
