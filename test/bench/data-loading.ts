import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import sharp from "sharp";
import { clipBatches } from "../../kernel/aen/batches/clipBatches.js";
import { ClipSet } from "../../kernel/aen/clips/clipSet.js";
import { FrameFolderClip } from "../../kernel/aen/sources/images/frameFolderClip.js";
import { syntheticClips } from "../../kernel/aen/synthetic/syntheticClips.js";
import { dfewLabels } from "../../kernel/aen/labels.js";

const size = 224;
const clipCount = 8;
const frames = 16;
const rounds = 5;

/**
 * The loader against Pillow in one Python process: JPEG frames of 224 x 224 from the disk, cropped, resized to
 * 112 x 112 and flipped. Rounds alternate; each figure is the median of the rounds.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-loading-"));
  const set = await writeFrames(folder);
  const pillow = startPillow(folder);
  const ways: Record<string, () => Promise<number>> = {
    Pillow: pillow.measure,
    "1 worker": () => measureLoader(set, 1, false),
    "2 workers": () => measureLoader(set, 2, false),
    "1 worker, second epoch from memory": () => measureLoader(set, 1, true),
  };
  const rates = new Map(Object.keys(ways).map((way): [string, number[]] => [way, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [way, measure] of Object.entries(ways)) {
      const rate = await measure();
      if (round >= 0) rates.get(way)!.push(rate);
    }
  }
  pillow.end();
  rmSync(folder, { recursive: true });
  const ratios = (way: string) => rates.get(way)!.map((rate, round) => rate / rates.get("Pillow")![round]);
  for (const [way, list] of rates) {
    const timesPillow = Number(median(ratios(way)).toFixed(2));
    console.log(JSON.stringify({ row: way, framesPerSecond: Math.round(median(list)), timesPillow }));
  }
}

/** Drawn faces as JPEG files, as a data set of frames has them. */
async function writeFrames(folder: string): Promise<ClipSet> {
  const { clips } = await syntheticClips({ perEmotion: 1, identities: 1, size, frames });
  const files: string[] = [];
  for (let clip = 0; clip < 4; clip++) {
    const { data } = await clips[clip].read(Array.from({ length: frames }, (_, i) => i));
    for (let frame = 0; frame < frames; frame++) {
      const file = path.join(folder, `${clip}-${String(frame).padStart(3, "0")}.jpg`);
      const pixels = data.subarray(frame * size * size * 3, (frame + 1) * size * size * 3);
      await sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
        .jpeg({ quality: 90 })
        .toFile(file);
      files.push(file);
    }
  }
  const sets = Array.from({ length: clipCount }, (_, i) => {
    const first = (i % 4) * frames;
    return new FrameFolderClip(files.slice(first, first + frames), { id: `clip ${i}`, label: i % 7 });
  });
  return new ClipSet(sets, dfewLabels);
}

async function measureLoader(set: ClipSet, workers: number, cache: boolean): Promise<number> {
  const augment = { rotation: false, jitter: false, smallestCrop: 0.25 } as const;
  const start = performance.now();
  let count = 0;
  const options = { batch: 8, frames, mode: "train", sampling: "even", workers, cache, augment } as const;
  for await (const batch of clipBatches(set, options)) count += batch.batch * batch.frames;
  return (count * 1000) / (performance.now() - start);
}

function startPillow(folder: string) {
  const script = new URL("./data-loading.py", import.meta.url).pathname;
  const child = spawn("/usr/bin/python3", [script, folder, String(clipCount * frames)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const measure = async () => {
    child.stdin.write("\n");
    const { value } = await lines.next();
    return Number(value);
  };
  return { measure, end: () => child.stdin.end() };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
