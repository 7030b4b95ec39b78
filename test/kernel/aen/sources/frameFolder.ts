import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";

/** Makes a folder of frames: 1.png, 2.png, ..., one colour each, whose red value is the frame's number. */
export async function frameFolder(folder: string, count: number, side = 2): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (let r = 1; r <= count; r++) {
    const image = sharp({
      create: { width: side, height: side, channels: 3, background: { r, g: 0, b: 0 } },
    });
    await image.toFile(path.join(folder, `${r}.png`));
  }
  return folder;
}
