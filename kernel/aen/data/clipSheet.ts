import sharp from "sharp";
import type { Clip } from "./clip.js";
import type { ClipSet } from "./clipSet.js";

const tile = 72;
const gap = 4;
const labelWidth = 84;

/** A picture with one row of clips for each emotion, each clip by its middle frame. @returns a PNG */
export async function contactSheet(set: ClipSet, columns = 8): Promise<Buffer> {
  const rows = [...set.labels.emotions.keys(), null]
    .map((emotion) => ({
      name: emotion === null ? "(no label)" : set.labels.emotions[emotion],
      clips: spread(
        set.clips.filter(({ label }) => label === emotion),
        columns,
      ),
    }))
    .filter(({ clips }) => clips.length > 0);
  const width = labelWidth + columns * (tile + gap);
  const height = rows.length * (tile + gap) + gap;
  const tiles = rows.flatMap(({ clips }, row) =>
    clips.map(async (clip, column) => ({
      input: await thumbnail(clip),
      left: labelWidth + column * (tile + gap),
      top: gap + row * (tile + gap),
    })),
  );
  const names = Buffer.from(rowNames(rows, width, height));
  return sharp({ create: { width, height, channels: 3, background: "#ffffff" } })
    .composite([{ input: names, left: 0, top: 0 }, ...(await Promise.all(tiles))])
    .png({ palette: true, colours: 128 })
    .toBuffer();
}

async function thumbnail(clip: Clip): Promise<Buffer> {
  const { width, height, data } = await clip.read([Math.floor(clip.frameCount / 2)]);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(tile, tile)
    .png()
    .toBuffer();
}

/** At most `count` clips, evenly spaced and where possible of different people. */
function spread(clips: readonly Clip[], count: number): Clip[] {
  const firstOfEach = new Map(clips.map((clip) => [clip.identity ?? clip.id, clip]));
  const candidates = firstOfEach.size >= Math.min(count, clips.length) ? [...firstOfEach.values()] : clips;
  const taken = Math.min(count, candidates.length);
  return Array.from({ length: taken }, (_, i) => candidates[Math.floor((i * candidates.length) / taken)]);
}

function rowNames(rows: readonly { name: string }[], width: number, height: number): string {
  const texts = rows.map(({ name }, row) => {
    const y = gap + row * (tile + gap) + tile / 2 + 5;
    return `<text x="${labelWidth - 10}" y="${y}" text-anchor="end">${escapeXml(name)}</text>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `font-family="DejaVu Sans, sans-serif" font-size="13" fill="#333">${texts.join("")}</svg>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
