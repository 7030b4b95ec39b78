import { spawnSync } from "node:child_process";

/** Debian's Python, which has Debian's Pillow; the first python3 on the path may be another. */
export const python = "/usr/bin/python3";

/** Why the comparisons with Pillow cannot run, if they cannot. */
export function pillowMissing(): string | null {
  const { status } = spawnSync(python, ["-c", "import PIL.Image"]);
  return status === 0 ? null : `${python} has no Pillow: install Debian's python3-pil`;
}

/**
 * Runs a Python expression on an RGB image in Pillow; `image`, `Image`, `ImageEnhance` and `math` are at hand.
 * @returns the raw bytes of the image that it gives
 */
export function inPillow(
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  expression: string,
): Uint8Array {
  const program = `
import sys, math
from PIL import Image, ImageEnhance
image = Image.frombytes("RGB", (${width}, ${height}), sys.stdin.buffer.read())
def hue(image, by):
    h, s, v = image.convert("HSV").split()
    h = h.point(lambda value: (value + int(by * 255)) % 256)
    return Image.merge("HSV", (h, s, v)).convert("RGB")
sys.stdout.buffer.write((${expression}).tobytes())`;
  const { status, stdout, stderr } = spawnSync(python, ["-c", program], { input: data, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(String(stderr));
  return new Uint8Array(stdout);
}

/** The largest difference of two images, in grey levels. */
export function largestDifference(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) throw new Error(`The images have ${a.length} and ${b.length} values.`);
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
}
