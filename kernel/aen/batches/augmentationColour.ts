import type { Random } from "../../random/random.js";

/** One colour change; the steps are applied in the given order. */
export type ColourJitter = readonly {
  readonly change: "brightness" | "contrast" | "saturation" | "hue";
  /** A factor around 1; for hue, the shift as a fraction of the hue circle. */
  readonly by: number;
}[];

/** Factors in [0.9, 1.1], a hue shift in [-0.1, 0.1], in random order (SPEC.md, section 6, step 4). */
export function drawColourJitter(random: Random): ColourJitter {
  return random.shuffle([
    { change: "brightness", by: random.between(0.9, 1.1) },
    { change: "contrast", by: random.between(0.9, 1.1) },
    { change: "saturation", by: random.between(0.9, 1.1) },
    { change: "hue", by: random.between(-0.1, 0.1) },
  ]);
}

/** Changes the colours of an RGB image in place, like Pillow's `ImageEnhance` and 8-bit HSV. */
export function jitterColours(pixels: Uint8Array, jitter: ColourJitter): void {
  for (const { change, by } of jitter) changes[change](pixels, by);
}

const changes: Record<ColourJitter[number]["change"], (pixels: Uint8Array, by: number) => void> = {
  brightness: (pixels, factor) => scaleAbout(pixels, 0, factor),
  contrast: (pixels, factor) => scaleAbout(pixels, meanGrey(pixels), factor),
  saturation: saturate,
  hue: shiftHue,
};

/** Moves all values away from (factor > 1) or towards one grey. */
function scaleAbout(pixels: Uint8Array, grey: number, factor: number): void {
  const table = Uint8Array.from({ length: 256 }, (_, value) => clip(grey + factor * (value - grey)));
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[pixels[i]];
}

function saturate(pixels: Uint8Array, factor: number): void {
  for (let i = 0; i < pixels.length; i += 3) {
    const grey = greyOf(pixels[i], pixels[i + 1], pixels[i + 2]);
    pixels[i] = clip(grey + factor * (pixels[i] - grey));
    pixels[i + 1] = clip(grey + factor * (pixels[i + 1] - grey));
    pixels[i + 2] = clip(grey + factor * (pixels[i + 2] - grey));
  }
}

function meanGrey(pixels: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < pixels.length; i += 3) sum += greyOf(pixels[i], pixels[i + 1], pixels[i + 2]);
  return Math.floor(sum / (pixels.length / 3) + 0.5);
}

/** ITU-R 601-2 luma in fixed point, like Pillow's conversion to "L". */
function greyOf(red: number, green: number, blue: number): number {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
}

function clip(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.trunc(value);
}

/** Rotates the hue circle by a fraction of it; hue, saturation and value are rounded to 8 bits on the way. */
function shiftHue(pixels: Uint8Array, part: number): void {
  const shift = Math.trunc(part * 255);
  for (let i = 0; i < pixels.length; i += 3) {
    const [red, green, blue] = [pixels[i], pixels[i + 1], pixels[i + 2]];
    const value = Math.max(red, green, blue);
    const range = value - Math.min(red, green, blue);
    if (range === 0) continue;
    const hue = (hueOf(red, green, blue, value, range) + shift) & 255;
    paint(pixels, i, (hue * 6) / 255, Math.trunc((range / value) * 255) / 255, value);
  }
}

/** In single precision where Pillow uses it, so that hues round to the same of the 256 steps. */
function hueOf(red: number, green: number, blue: number, value: number, range: number): number {
  const r = Math.fround((value - red) / range);
  const g = Math.fround((value - green) / range);
  const b = Math.fround((value - blue) / range);
  const sixth = red === value ? b - g : green === value ? 2 + r - b : 4 + g - r;
  return Math.trunc(Math.fround((Math.fround(sixth) / 6 + 1) % 1) * 255);
}

function paint(pixels: Uint8Array, at: number, hue: number, saturation: number, value: number): void {
  const sector = Math.floor(hue);
  const part = hue - sector;
  const low = Math.round(value * (1 - saturation));
  const falling = Math.round(value * (1 - saturation * part));
  const rising = Math.round(value * (1 - saturation * (1 - part)));
  const s = sector % 6;
  pixels[at] = s === 0 || s === 5 ? value : s === 1 ? falling : s === 4 ? rising : low;
  pixels[at + 1] = s === 1 || s === 2 ? value : s === 0 ? rising : s === 3 ? falling : low;
  pixels[at + 2] = s === 3 || s === 4 ? value : s === 2 ? rising : s === 5 ? falling : low;
}
