import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { DataError } from "../dataError.js";
import { followFace } from "../faces/followFace.js";
import type { FaceFrame } from "../faces/faceTimeline.js";
import { samplePicture } from "../faces/samplePicture.js";
import { checkFile } from "../images/checkFile.js";
import type { Picture } from "../images/picture.js";
import { isOf, readRecord, toRuns, writeRecord, type ClipRecord, type ImportRecipe } from "./clipRecord.js";
import { decodeVideo, type Decoding } from "./decodeVideo.js";
import { FrameWriter, writeError } from "./frameWriter.js";
import { StageProgress, type ImportProgress, type OnProgress } from "./importProgress.js";
import type { FfmpegLog } from "./ffmpegLog.js";
import { writeJpegFrames } from "./writeJpegFrames.js";
import { checkComplete, factsOf, type VideoFacts } from "./measureVideo.js";

/** Where an import stands among others, and who is told. */
export interface ImportRun {
  readonly fileNumber: number;
  readonly fileCount: number;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * Makes a folder of frames from a video, and beside it `<folder>.json`. The folder appears when it is complete;
 * what an interrupted import left is cleared away by the next. Does nothing when it is there already, from the
 * same video in the same way.
 * @throws DataError when the video cannot be used, no face is in it, or the folder is in use by something else
 */
export async function importClip(
  file: string,
  folder: string,
  recipe: ImportRecipe,
  run: ImportRun = { fileNumber: 1, fileCount: 1 },
): Promise<ClipRecord> {
  await checkFile(file, "video");
  const { size, mtimeMs } = await stat(file);
  const source = { name: path.basename(file), bytes: size, changed: Math.round(mtimeMs) };
  const known = await readRecord(`${folder}.json`);
  const there = await exists(folder);
  if (known && there && isOf(known, source, recipe)) return known;
  if (there && !known) {
    throw new DataError("this folder is there and was not made by an import. Choose another place.", {
      file: folder,
    });
  }
  const partial = `${folder}.partial`;
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    const record = {
      kind: "aen clip",
      version: 1,
      source,
      recipe,
      ...(await write(file, partial, recipe, run)),
    } as const;
    await rm(folder, { recursive: true, force: true });
    writeRecord(`${folder}.json`, record);
    await rename(partial, folder);
    return record;
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => {});
    throw writeError(folder, error);
  }
}

type Written = Pick<ClipRecord, "frameCount" | "frameRate" | "times" | "sights">;

async function write(file: string, folder: string, recipe: ImportRecipe, run: ImportRun): Promise<Written> {
  if (!recipe.faces && recipe.format === "jpeg") return writeWithFfmpeg(file, folder, recipe, run);
  const timeline = recipe.faces ? await findFaces(file, recipe, run) : undefined;
  const writer = new FrameWriter(folder, recipe.format);
  const kept: number[] = [];
  const take = async (decoding: Decoding, step: () => void) => {
    let number = 0;
    for await (const picture of decoding.pictures) {
      const frame = number++;
      if (keeps(recipe, timeline?.[frame])) {
        await writer.write(timeline ? cutOut(picture, timeline[frame], recipe.size) : picture);
        kept.push(frame);
      }
      step();
    }
    await writer.finish();
  };
  try {
    const facts = await decodeAll(file, recipe, run, "writing frames", take);
    return {
      frameCount: writer.count,
      frameRate: facts.frameRate,
      times: kept.map((frame) => facts.times[frame]),
      sights: timeline ? toRuns(kept.map((frame) => timeline[frame].sight)) : null,
    };
  } finally {
    await writer.settled(); // or the folder could not be removed
  }
}

async function writeWithFfmpeg(
  file: string,
  folder: string,
  recipe: ImportRecipe,
  run: ImportRun,
): Promise<Written> {
  const { longestSide, frameRate } = recipe;
  const { signal } = run;
  const options = { longestSide, frameRate: frameRate ?? undefined, signal };
  let progress: StageProgress | undefined;
  const log = await writeJpegFrames(file, folder, options, (started) => {
    const stage = (progress = stageOf(file, recipe, run, "writing frames", started));
    return () => stage.step();
  });
  progress?.end();
  if (!recipe.allowIncomplete) checkComplete(log);
  const facts = factsOf(log);
  return { frameCount: facts.frameCount, frameRate: facts.frameRate, times: facts.times, sights: null };
}

function stageOf(
  file: string,
  recipe: ImportRecipe,
  { fileNumber, fileCount, onProgress }: ImportRun,
  stage: ImportProgress["stage"],
  log: FfmpegLog,
): StageProgress {
  const expected = () => {
    const rate = recipe.frameRate ?? log.frameRate;
    return log.duration === null || rate === null ? null : Math.round(log.duration * rate);
  };
  return new StageProgress({ file, fileNumber, fileCount, stage }, expected, onProgress);
}

async function findFaces(file: string, recipe: ImportRecipe, run: ImportRun): Promise<FaceFrame[]> {
  let timeline: FaceFrame[] = [];
  await decodeAll(file, recipe, run, "finding faces", async (decoding, step) => {
    timeline = await followFace(file, decoding.pictures, step);
  });
  return timeline;
}

function keeps({ withoutFace }: ImportRecipe, frame: FaceFrame | undefined): boolean {
  return withoutFace === "keep" || frame?.sight !== "none";
}

/** The aligned face, or black where there is none. */
function cutOut(picture: Picture, { map }: FaceFrame, size: number): Picture {
  if (!map) return { width: size, height: size, data: new Uint8Array(size * size * 3) };
  const [a, b, d, e] = [map.a, map.b, map.d, map.e].map((part) => part / size);
  return { width: size, height: size, data: samplePicture(picture, { ...map, a, b, d, e }, size, size) };
}

async function decodeAll(
  file: string,
  recipe: ImportRecipe,
  run: ImportRun,
  stage: ImportProgress["stage"],
  take: (decoding: Decoding, step: () => void) => Promise<void>,
): Promise<VideoFacts> {
  const { longestSide } = recipe;
  const { signal } = run;
  const decoding = await decodeVideo(file, { longestSide, frameRate: recipe.frameRate ?? undefined, signal });
  const { log } = decoding;
  const progress = stageOf(file, recipe, run, stage, log);
  await take(decoding, () => progress.step());
  progress.end();
  if (!recipe.allowIncomplete) checkComplete(log);
  return factsOf(log);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
