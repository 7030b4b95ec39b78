import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import sharp from "sharp";

/** Widths of a page, in pixels, and themes that each view is compared in. */
export const screenshotWidths = [320, 800, 1600];
export const screenshotThemes = ["light", "dark", "high contrast"] as const;

/** The reference picture of a view, within test/media/screenshots. */
export function screenshotName(view: string, width: number, theme: string): string {
  return `${view}-${width}-${theme.replace(" ", "-")}.png`;
}

const folder = path.join(import.meta.dirname, "screenshots");
/**
 * UPDATE_SCREENSHOTS=1 takes what is drawn now as the references, UPDATE_SCREENSHOTS=missing only where there is none:
 * look at each before committing it.
 */
const update = process.env.UPDATE_SCREENSHOTS;
/** Share of pixels that may differ: letters are smoothed differently by other versions of Chromium. */
const tolerance = 0.02;

/** What is wrong with a picture, in words; nothing when it is as it was. */
export async function differenceFromReference(name: string, shot: Buffer): Promise<string[]> {
  const file = path.join(folder, name);
  if (update === "1" || (update === "missing" && !existsSync(file))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, await sharp(shot).png({ palette: true, effort: 8 }).toBuffer());
    return [];
  }
  if (!existsSync(file)) return [`${name} is missing: run with UPDATE_SCREENSHOTS=missing and look at it`];
  const [wanted, seen] = [readFileSync(file), shot].map((bytes) => PNG.sync.read(bytes));
  if (seen.width !== wanted.width || Math.abs(seen.height - wanted.height) > 4) {
    return [`${name} is ${seen.width} x ${seen.height}, was ${wanted.width} x ${wanted.height}`];
  }
  const height = Math.min(seen.height, wanted.height);
  const cut = (png: PNG) => png.data.subarray(0, png.width * height * 4);
  const differing = pixelmatch(cut(wanted), cut(seen), undefined, seen.width, height, { threshold: 0.25 });
  const share = differing / (seen.width * height);
  if (share <= tolerance) return [];
  writeFileSync(path.join(tmpdir(), name), shot);
  return [`${name}: ${(share * 100).toFixed(2)} % of the pixels differ; see ${path.join(tmpdir(), name)}`];
}
