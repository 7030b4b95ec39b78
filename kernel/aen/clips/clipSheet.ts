import sharp, { type OverlayOptions } from "sharp";
import type { LabelSet } from "../labels.js";
import type { Clip } from "./clip.js";
import { middleFrameWithFace } from "./framesWithFace.js";

/** Clips with the label set that their labels refer to. */
export interface SheetClips {
  readonly clips: readonly Clip[];
  readonly labels: LabelSet;
}

export interface SheetOptions {
  /** Most pictures in a row. @default 8 */
  readonly columns?: number;
  /** Height and width of each picture in pixels. @default 72 */
  readonly tile?: number;
  /** Colours of the PNG's palette. @default 128 */
  readonly colours?: number;
  /** @default "png" */
  readonly format?: "png" | "jpeg";
}

const gap = 4;
const labelWidth = 84;
const captionHeight = 16;

/** A picture with one row of clips per emotion, each clip by its middle frame, or the nearest to it with a face. @returns a PNG, or a JPEG in about a quarter of its size */
export async function contactSheet(set: SheetClips, options: SheetOptions = {}): Promise<Buffer> {
  const { columns = 8, tile = 72 } = options;
  const rows = [...set.labels.emotions.keys(), null]
    .map((emotion) => ({
      name: emotion === null ? "(no label)" : set.labels.emotions[emotion],
      clips: spread(
        set.clips.filter(({ label }) => label === emotion),
        columns,
      ),
    }))
    .filter(({ clips }) => clips.length > 0);
  const pictures = rows.flatMap(({ clips }, row) =>
    clips.map(async (clip, column) => {
      const frames = Array.from({ length: clip.frameCount }, (_, frame) => frame);
      const [input] = await thumbnails(clip, [middleFrameWithFace(clip, frames)], tile);
      return { input, left: labelWidth + column * (tile + gap), top: gap + row * (tile + gap) };
    }),
  );
  const names = rows.map(({ name }, row) => rowName(name, gap + row * (tile + gap) + tile / 2));
  const size = { width: labelWidth + columns * (tile + gap), height: rows.length * (tile + gap) + gap };
  return compose(size, names, await Promise.all(pictures), options);
}

/**
 * A picture with one row per clip, frame by frame, with a caption under each frame; frames that deviate from
 * their clip's emotion are outlined.
 * @returns a PNG
 */
export async function frameSheet(
  clips: readonly Clip[],
  labels: LabelSet,
  options: SheetOptions = {},
): Promise<Buffer> {
  const { columns = 8, tile = 72 } = options;
  const rowHeight = tile + gap + captionHeight;
  const pictures = clips.map(async (clip, row) => {
    const frames = Array.from({ length: Math.min(columns, clip.frameCount) }, (_, frame) => frame);
    return (await thumbnails(clip, frames, tile)).map((input, column) => ({
      input,
      left: labelWidth + column * (tile + gap),
      top: gap + row * rowHeight,
    }));
  });
  const texts = clips.flatMap((clip, row) => {
    const top = gap + row * rowHeight;
    const name = clip.label === null ? "(no label)" : labels.emotions[clip.label];
    const frames = (clip.truth ?? []).slice(0, columns).map(({ emotion, deviation }, column) => {
      const left = labelWidth + column * (tile + gap);
      if (!deviation) return "";
      const what = deviation === "other emotion" ? labels.emotions[emotion] : deviation;
      return (
        `<rect x="${left - 2}" y="${top - 2}" width="${tile + 4}" height="${tile + 4}" fill="#b3261e"/>` +
        `<text x="${left + tile / 2}" y="${top + tile + 14}" text-anchor="middle" font-size="10">` +
        `${escapeXml(what.replace("hand over the mouth", "hand"))}</text>`
      );
    });
    return [rowName(name, top + tile / 2), ...frames];
  });
  const size = { width: labelWidth + columns * (tile + gap), height: clips.length * rowHeight + gap };
  return compose(size, texts, (await Promise.all(pictures)).flat(), options);
}

/** Pictures over texts and shapes on white. */
async function compose(
  { width, height }: { readonly width: number; readonly height: number },
  shapes: readonly string[],
  pictures: readonly OverlayOptions[],
  { colours = 128, format = "png" }: SheetOptions,
): Promise<Buffer> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `font-family="DejaVu Sans, sans-serif" font-size="13" fill="#333">${shapes.join("")}</svg>`;
  const sheet = sharp({ create: { width, height, channels: 3, background: "#ffffff" } }).composite([
    { input: Buffer.from(svg), left: 0, top: 0 },
    ...pictures,
  ]);
  if (format === "jpeg") return sheet.jpeg({ quality: 66, mozjpeg: true }).toBuffer();
  return sheet.png({ palette: true, colours }).toBuffer();
}

async function thumbnails(clip: Clip, frames: readonly number[], tile: number): Promise<Buffer[]> {
  const { count, width, height, data } = await clip.read(frames);
  const length = width * height * 3;
  return Promise.all(
    Array.from({ length: count }, (_, i) =>
      sharp(data.subarray(i * length, (i + 1) * length), { raw: { width, height, channels: 3 } })
        .resize(tile, tile)
        .png()
        .toBuffer(),
    ),
  );
}

/** At most `count` clips, evenly spaced and of different people where possible. */
function spread(clips: readonly Clip[], count: number): Clip[] {
  const firstOfEach = new Map([...clips].reverse().map((clip) => [clip.identity ?? clip.id, clip]));
  const candidates =
    firstOfEach.size >= Math.min(count, clips.length) ? [...firstOfEach.values()].reverse() : clips;
  const taken = Math.min(count, candidates.length);
  return Array.from({ length: taken }, (_, i) => candidates[Math.floor((i * candidates.length) / taken)]);
}

function rowName(name: string, middle: number): string {
  return `<text x="${labelWidth - 10}" y="${middle + 5}" text-anchor="end">${escapeXml(name)}</text>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
