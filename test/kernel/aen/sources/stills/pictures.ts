import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";

/** Writes pictures of one grey each, `size` pixels wide and high, below a folder. */
export async function greyPictures(
  folder: string,
  greys: Readonly<Record<string, number>>,
  size = 8,
): Promise<void> {
  for (const [name, grey] of Object.entries(greys)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    const background = { r: grey, g: grey, b: grey };
    await sharp({ create: { width: size, height: size, channels: 3, background } }).toFile(
      path.join(folder, name),
    );
  }
}
