import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { importClip } from "../../../kernel/aen/sources/video/importClip.js";
import { recipeOf } from "../../../kernel/aen/sources/video/clipRecord.js";
import { openVideo } from "../../../kernel/aen/sources/video/videoFile.js";
import { StepCache } from "../../../kernel/engine/cache/stepCache.js";
import { writeAtomically } from "../../../kernel/files/writeAtomically.js";
import { withAnyFailure, withAsyncFailure } from "../../kernel/files/failingAsyncDisk.js";
import type { Failure } from "../../kernel/files/failingCalls.js";
import { withFailure } from "../../kernel/files/failingDisk.js";
import { Attempts, type Row } from "../row.js";

export const codes = ["ENOSPC", "EIO", "EROFS", "EACCES", "EMFILE"] as const;

/** Lets each call of some work fail in turn, with each code, once and from then on; `held` says what went wrong. */
async function everyFailure(
  what: string,
  only: readonly Failure["code"][],
  attempt: (failure: Failure) => Promise<{ made: number; fault?: string }>,
): Promise<Row> {
  const attempts = new Attempts(what);
  const { made } = await attempt({ at: Infinity, code: "EIO", forGood: false });
  for (const code of only)
    for (const forGood of [false, true])
      for (let at = 1; at <= made; at++) {
        const { fault } = await attempt({ at, code, forGood });
        attempts.count(1, fault && `${code} at call ${at}${forGood ? " and on" : ""}: ${fault}`);
      }
  return attempts.row;
}

/** A file that is written whole is the old or the new one. */
export function fileFaults(folder: string, only: readonly Failure["code"][]): Promise<Row> {
  const file = path.join(folder, "whole.txt");
  return everyFailure("files, written whole", only, async (failure) => {
    writeFileSync(file, "old");
    const { made, error } = withFailure(failure, () => writeAtomically(file, "new"));
    const now = readFileSync(file, "utf8");
    const isTrue = now === "new" || (now === "old" && error !== undefined);
    return { made, fault: isTrue ? undefined : `it holds "${now}"` };
  });
}

/** A step is compiled whatever happens to the cache, and what is read from it is what was written. */
export function cacheFaults(folder: string, only: readonly Failure["code"][]): Promise<Row> {
  const content = "0123456789".repeat(100);
  return everyFailure("the cache of compiled steps", only, async (failure) => {
    const place = path.join(folder, "steps");
    rmSync(place, { recursive: true, force: true });
    const cache = new StepCache({ folder: place, limit: 1e6 }, () => {});
    const make = async (file: string) => {
      if (file !== "") await writeFile(file, content);
      return "compiled";
    };
    const { made, value, error } = await withAsyncFailure(failure, async () => {
      const compiled = await cache.write("a", make);
      return [compiled, await cache.read("a")] as const;
    });
    if (error !== undefined) return { made, fault: `it threw ${String(error)}` };
    const later = await new StepCache(cache.place, () => {}).read("a");
    const isTrue = (bytes?: Uint8Array) => bytes === undefined || Buffer.from(bytes).toString() === content;
    const held = value![0] === "compiled" && isTrue(value![1]) && isTrue(later);
    return { made, fault: held ? undefined : "it gave something else" };
  });
}

/** A video is imported whole or not at all, and the next import makes good what a failure has left. */
export function importFaults(folder: string, video: string, only: readonly Failure["code"][]): Promise<Row> {
  return everyFailure("imports of a video", only, async (failure) => {
    const place = emptied(folder);
    const { made, value } = await withAnyFailure(failure, () => imported(video, place));
    if (value && value.frameCount !== frames) return { made, fault: `a clip of ${value.frameCount} frames` };
    if (existsSync(place) && readdirSync(place).length !== frames)
      return { made, fault: "a part of the frames" };
    return { made, fault: await faultOfNext(video, place, null, frames) };
  });
}

/**
 * An import with other options takes the place of an earlier one, or the earlier one stays: for the next import its
 * frames are there, and need not be decoded again.
 */
export function replacingFaults(
  folder: string,
  video: string,
  only: readonly Failure["code"][],
): Promise<Row> {
  return everyFailure("imports in the place of earlier ones", only, async (failure) => {
    const place = emptied(folder);
    await imported(video, place);
    const earlier = statSync(path.join(place, "000001.png")).ino;
    const { made, value } = await withAnyFailure(failure, () => imported(video, place, fewer));
    if (value && value.frameCount !== 1) return { made, fault: `a clip of ${value.frameCount} frames` };
    if (value) return { made, fault: await faultOfNext(video, place, fewer, 1) };
    const fault = await faultOfNext(video, place, null, frames);
    const isSame = statSync(path.join(place, "000001.png")).ino === earlier;
    return { made, fault: fault ?? (isSame ? undefined : "the earlier frames are gone") };
  });
}

/** Of the video in the attempts: its frames, and a rate at which one of them is left. */
const frames = 3;
const fewer = 1;

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return path.join(folder, "imported");
}

async function imported(video: string, place: string, frameRate: number | null = null) {
  const recipe = recipeOf({ faces: false, frameRate }, "png");
  const run = { fileNumber: 1, fileCount: 1, signal: AbortSignal.timeout(10_000) };
  return importClip(await openVideo(video), place, recipe, { id: "a", label: 1 }, run);
}

async function faultOfNext(video: string, place: string, frameRate: number | null, expected: number) {
  const again = await imported(video, place, frameRate).then(
    ({ frameCount }) => frameCount,
    (error: unknown) => String(error),
  );
  if (readdirSync(path.dirname(place)).some((name) => /[.]earlier([.]json)?$/.test(name)))
    return "left aside";
  return again === expected ? undefined : `the next import: ${again}`;
}
