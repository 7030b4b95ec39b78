import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { clipBatches } from "../../../kernel/aen/batches/clipBatches.js";
import { ClipSet } from "../../../kernel/aen/clips/clipSet.js";
import { dfewLabels } from "../../../kernel/aen/labels.js";
import { FrameFolderClip } from "../../../kernel/aen/sources/images/frameFolderClip.js";
import { prefetch } from "../../../kernel/aen/training/prefetch.js";
import { trainingDefaults } from "../../../kernel/aen/training/trainOptions.js";
import { Random } from "../../../kernel/random/random.js";

const frames = 16;
const pictures = 32;
const { batch, sampling, augment } = trainingDefaults.published;

/** What came of a dry run. */
export interface DryRun {
  readonly clipsPerSecond: number;
  /** The share of its time in which the engine waited for clips. */
  readonly waiting: number;
  /** Processor seconds of reading and preparing a clip, the engine's left out. */
  readonly loadingSeconds: number;
}

/** Pictures as DFEW has them, 224 pixels across, with the noise of a camera; mean size in bytes. */
export async function withPictures<T>(
  use: (files: readonly string[], bytes: number) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-dry-run-"));
  try {
    const files = Array.from({ length: pictures }, (_, number) => path.join(folder, `${number}.jpg`));
    let bytes = 0;
    for (const [number, file] of files.entries()) {
      const background = { r: 8 * number, g: 120, b: 200 - 4 * number };
      const noise = { type: "gaussian", mean: 128, sigma: 2 + number / 2 } as const;
      const picture = sharp({ create: { width: 224, height: 224, channels: 3, background, noise } });
      bytes += (await picture.jpeg().toFile(file)).size / pictures;
    }
    return await use(files, bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A training's loop with the published settings: clips are read, cut and prepared as ever, but in place of the engine it waits
 * `engineSeconds` a clip. No clip comes twice, as in the first epoch on a large set.
 */
export async function dryRun(
  files: readonly string[],
  batches: number,
  engineSeconds: number,
): Promise<DryRun> {
  const clips = clipsOf(files, batches * batch);
  const settings = { mode: "train", batch, frames, size: 112, seed: 1, sampling, augment, epoch: 0 } as const;
  const [start, before] = [performance.now(), process.cpuUsage()];
  let [waited, since, done] = [0, performance.now(), 0];
  for await (const part of prefetch(clipBatches(clips, settings))) {
    waited += performance.now() - since;
    done += part.batch;
    if (engineSeconds > 0) await wait(1000 * engineSeconds * part.batch);
    since = performance.now();
  }
  const [seconds, { user, system }] = [(performance.now() - start) / 1000, process.cpuUsage(before)];
  return {
    clipsPerSecond: done / seconds,
    waiting: waited / 1000 / seconds,
    loadingSeconds: (user + system) / 1e6 / done,
  };
}

function clipsOf(files: readonly string[], count: number): ClipSet {
  const clips = Array.from({ length: count }, (_, clip) => {
    const random = new Random("dry run", clip);
    const shown = Array.from({ length: frames }, () => files[random.integer(files.length)]);
    return new FrameFolderClip(shown, { id: `clip ${clip}`, label: clip % 7 });
  });
  return new ClipSet(clips, dfewLabels);
}
