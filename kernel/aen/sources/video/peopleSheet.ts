import sharp from "sharp";
import type { SeenPerson } from "./seenPerson.js";

/** In pixels. */
const [tile, gap, caption] = [112, 8, 20];
const columns = 6;

/** A picture of each person with number and share of frames below it, in rows of six on white. @returns a PNG */
export async function peopleSheet(people: readonly SeenPerson[]): Promise<Buffer> {
  const [cell, row] = [tile + gap, tile + caption + gap];
  const width = gap + Math.min(columns, people.length) * cell;
  const height = gap + Math.ceil(people.length / columns) * row;
  const places = people.map((_, at) => ({
    left: gap + (at % columns) * cell,
    top: gap + Math.floor(at / columns) * row,
  }));
  const portraits = await Promise.all(people.map((person) => portraitTile(person)));
  const texts = people.map(({ number, share }, at) => {
    const { left, top } = places[at];
    return (
      `<text x="${left + tile / 2}" y="${top + tile + 15}" text-anchor="middle">` +
      `${number} (${Math.round(100 * share)} %)</text>`
    );
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `font-family="DejaVu Sans, sans-serif" font-size="13" fill="#333">${texts.join("")}</svg>`;
  return sharp({ create: { width, height, channels: 3, background: "#ffffff" } })
    .composite([
      { input: Buffer.from(svg), left: 0, top: 0 },
      ...portraits.map((input, at) => ({ input, ...places[at] })),
    ])
    .png()
    .toBuffer();
}

/** Grey where no picture was kept. */
function portraitTile({ portrait }: SeenPerson): Promise<Buffer> {
  const grey = { create: { width: tile, height: tile, channels: 3 as const, background: "#cccccc" } };
  if (!portrait) return sharp(grey).png().toBuffer();
  const { width, height, data } = portrait;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(tile, tile)
    .png()
    .toBuffer();
}
