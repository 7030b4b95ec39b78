import type { Picture } from "../images/picture.js";
import { withoutRepetitions, type Box, type Detection } from "./box.js";
import type { FaceNets } from "./faceNets.js";
import { loadFaceWeights } from "./faceWeights.js";
import { turnedSquare } from "./affine.js";
import { angleOf, turnedBack, type Turn } from "./turns.js";
import { warpPicture, type Affine, type Border } from "./warpPicture.js";
import { ssdSize } from "./ssdNet.js";
import { tinyAnchors } from "./tinyDetectorNet.js";

/** Where to search, and how to fill the area beyond the picture. */
export interface Look {
  /** A square; the whole picture by default. */
  readonly region?: Box;
  readonly border?: Border;
  /** Which faces are to be seen upright: those turned this far. */
  readonly turn?: Turn;
}

/** The square that contains the whole picture in its upper left corner. */
export function wholePicture({ width, height }: Picture): Box {
  const side = Math.max(width, height);
  return { x: 0, y: 0, width: side, height: side };
}

/** The square of `size` pixels a side that shows a region of a picture. */
export function squareOf(
  picture: Picture,
  region: Box,
  size: number,
  { border = "black", turn = 0 }: Omit<Look, "region"> = {},
): Uint8Array {
  return warpPicture(picture, squareMap(region, size, turn), size, size, border);
}

/** The map from the pixels of such a square to those of the picture. */
export function squareMap(region: Box, size: number, turn: Turn = 0): Affine {
  const middle = { x: region.x + region.width / 2, y: region.y + region.height / 2 };
  return turnedSquare(middle, region.width, angleOf(turn), size);
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
  { region = wholePicture(picture), border, turn = 0 }: Look = {},
): Promise<Detection[]> {
  const out = await nets.tinyDetector(squareOf(picture, region, size, { border, turn }), size);
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
    found.push({ score, box: turnedBack({ x, y, width, height }, region, turn) });
  }
  return withoutRepetitions(found, 0.4);
}

/** Detects faces with the SSD detector; slower, but more reliable, and it also finds small faces. */
export async function detectSsd(
  nets: FaceNets,
  picture: Picture,
  leastScore: number,
  { region = wholePicture(picture), border, turn = 0 }: Look = {},
): Promise<Detection[]> {
  const { codes, logits } = await nets.ssdDetector(squareOf(picture, region, ssdSize, { border, turn }));
  const priors = (await loadFaceWeights("ssd_mobilenetv1")).values("Output/extra_dim");
  const found: Detection[] = [];
  logits.forEach((logit, prior) => {
    const score = sigmoid(logit);
    if (score < leastScore) return;
    const box = within(region, decode(codes, priors, prior * 4));
    found.push({ score, box: turnedBack(box, region, turn) });
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
