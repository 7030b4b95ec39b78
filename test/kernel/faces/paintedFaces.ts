import type { Picture } from "../../../kernel/images/picture.js";
import { FaceNets } from "../../../kernel/faces/faceNets.js";
import { loadFaceWeights } from "../../../kernel/faces/faceWeights.js";
import { tinyAnchors } from "../../../kernel/faces/tinyDetectorNet.js";
import type { Box } from "../../../kernel/faces/box.js";

/** People are told apart by the colour of their face, a plain square. */
export const red = [250, 20, 20] as const;
export const green = [20, 250, 20] as const;
type Colour = typeof red | typeof green;

/** A black picture with plain squares as faces. */
export function paint(width: number, height: number, ...faces: { box: Box; colour: Colour }[]): Picture {
  const data = new Uint8Array(width * height * 3);
  for (const { box, colour } of faces) {
    for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++)
      for (let x = Math.max(0, box.x); x < Math.min(width, box.x + box.width); x++)
        data.set(colour, (y * width + x) * 3);
  }
  return { width, height, data };
}

/**
 * Networks that see a face wherever there is a painted square, and answer in the codes of the real ones: so what
 * is made of their answers is tested without them.
 */
export class PaintedFaceNets extends FaceNets {
  /** Whether the SSD detector sees nothing. */
  ssdIsBlind = false;
  /** How often each network was asked. */
  readonly asked = { tiny: 0, ssd: 0, looks: 0, descriptors: 0 };

  override async tinyDetector(pixels: Uint8Array, size: number): Promise<Float32Array> {
    this.asked.tiny++;
    const cells = size / 32;
    const out = new Float32Array(cells * cells * 25).fill(-20);
    for (const { x, y, width, height } of squaresIn(pixels, size)) {
      const [middleX, middleY] = [(x + width / 2) / 32, (y + height / 2) / 32];
      const [column, row] = [middleX, middleY].map((middle) => Math.min(cells - 1, Math.floor(middle)));
      const code = [
        logit(middleX - column),
        logit(middleY - row),
        Math.log(width / 32 / tinyAnchors[0][0]),
        Math.log(height / 32 / tinyAnchors[0][1]),
        3,
      ];
      out.set(code, (row * cells + column) * 25);
    }
    return out;
  }

  override async ssdDetector(pixels: Uint8Array): Promise<{ codes: Float32Array; logits: Float32Array }> {
    this.asked.ssd++;
    const priors = (await loadFaceWeights("ssd_mobilenetv1")).values("Output/extra_dim");
    const codes = new Float32Array(priors.length);
    const logits = new Float32Array(priors.length / 4).fill(-20);
    if (this.ssdIsBlind) return { codes, logits };
    squaresIn(pixels, 512).forEach((box, number) => {
      const prior = 1000 + number;
      const [top, left, bottom, right] = priors.subarray(4 * prior, 4 * prior + 4);
      const [y, x] = [(box.y + box.height / 2) / 512, (box.x + box.width / 2) / 512];
      codes[4 * prior] = (10 * (y - (top + bottom) / 2)) / (bottom - top);
      codes[4 * prior + 1] = (10 * (x - (left + right) / 2)) / (right - left);
      codes[4 * prior + 2] = 5 * Math.log(box.height / 512 / (bottom - top));
      codes[4 * prior + 3] = 5 * Math.log(box.width / 512 / (right - left));
      logits[prior] = 2;
    });
    return { codes, logits };
  }

  override async landmarks(pixels: Uint8Array): Promise<Float32Array> {
    const size = 112;
    const looks = pixels.length / (size * size * 3);
    this.asked.looks += looks;
    const out = new Float32Array(looks * 136);
    for (let look = 0; look < looks; look++) {
      const patch = pixels.subarray(look * size * size * 3, (look + 1) * size * size * 3);
      const [square = { x: 28, y: 28, width: 56, height: 56 }] = squaresIn(patch, size);
      facePoints.forEach(([x, y], point) => {
        const place = [(square.x + x * square.width) / size, (square.y + y * square.height) / size];
        out.set(place, (look * 68 + point) * 2);
      });
    }
    return out;
  }

  override async descriptors(pixels: Uint8Array): Promise<Float32Array> {
    this.asked.descriptors++;
    const middle = (75 * 150 + 75) * 3;
    return Float32Array.from({ length: 128 }, (_, at) => (at < 3 ? pixels[middle + at] / 255 : 0));
  }
}

/** Where the 68 points lie in a painted square: the jaw along its sides and lower edge, the brows on its upper one. */
export const facePoints: readonly (readonly [number, number])[] = Array.from({ length: 68 }, (_, point) => {
  if (point < 17) return [point / 16, 1 - Math.abs(point - 8) / 10];
  if (point < 27) return [0.1 + (point - 17) * 0.09, 0];
  if (point < 36) return [0.5, 0.4];
  if (point < 42) return [0.3, 0.35];
  return point < 48 ? [0.7, 0.35] : [0.5, 0.75];
});

/** The squares in a picture of `size` pixels a side, in its pixels. */
function squaresIn(pixels: Uint8Array, size: number): Box[] {
  return [0, 1].flatMap((channel) => {
    let [left, top, right, bottom] = [size, size, -1, -1];
    for (let at = 0; at < size * size; at++) {
      if (pixels[at * 3 + channel] < 128) continue;
      const [x, y] = [at % size, Math.floor(at / size)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    return right < 0 ? [] : [{ x: left, y: top, width: right + 1 - left, height: bottom + 1 - top }];
  });
}

function logit(share: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, share));
  return Math.log(inside / (1 - inside));
}
