import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { resizeToSquare } from "../../kernel/aen/batches/augmentation.js";
import type { ClipSet } from "../../kernel/aen/clips/clipSet.js";
import { drawFrame, type SyntheticRecipe } from "../../kernel/aen/synthetic/syntheticClip.js";
import { syntheticClips } from "../../kernel/aen/synthetic/syntheticClips.js";

/**
 * Synthetic faces: frames drawn in a second of processor time on one core, and how well a small network trained on
 * some people tells the emotions of others; also what it says of frames that show another emotion than their clip.
 */
export async function bench(): Promise<void> {
  await speed();
  for (const difficulty of [0.2, 0, 1]) await learnability(difficulty);
}

async function speed(): Promise<void> {
  const set = await syntheticClips({ perEmotion: 4, identities: 4, seed: 7 });
  const recipes = set.clips.map((clip) => clip.source!.data as SyntheticRecipe);
  const frames = Array.from({ length: 16 }, (_, frame) => frame); // as many as training takes of a clip
  const draw = () => recipes.forEach((recipe) => frames.forEach((frame) => drawFrame(recipe, frame)));
  draw();
  const rates = [1, 2, 3, 4, 5].map(() => {
    const before = process.cpuUsage();
    draw();
    const { user, system } = process.cpuUsage(before);
    return (recipes.length * frames.length * 1e6) / (user + system);
  });
  const framesPerCpuSecond = Math.round(rates.sort((a, b) => a - b)[2]);
  report({ row: "synthetic frames", size: 112, framesPerCpuSecond, target: 200 });
}

async function learnability(difficulty: number): Promise<void> {
  const options = { perEmotion: 32, identities: 32, seed: 11, size: 64, difficulty, deviating: 0.25 };
  const { train, test } = (await syntheticClips(options)).split({ by: "identity", test: 0.25, seed: 1 });
  const folder = mkdtempSync(path.join(tmpdir(), "aen-synthetic-"));
  writeFrames(folder, "train", train, 3, undefined);
  writeFrames(folder, "test", test, 4, undefined);
  writeFrames(folder, "misled", test, 2, "other emotion");
  const script = new URL("./data-synthetic.py", import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync("/usr/bin/python3", [script, folder], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(stderr);
  report({
    row: "small network on unseen people",
    difficulty,
    ...(JSON.parse(stdout) as object),
    target: 0.7,
  });
}

/** Up to `most` frames of each clip that show their emotion at least by half, or deviate in the way given. */
function writeFrames(
  folder: string,
  name: string,
  set: ClipSet,
  most: number,
  kind: string | undefined,
): void {
  const frames = set.clips.flatMap((clip) =>
    clip
      .truth!.flatMap(({ intensity, deviation, emotion }, frame) =>
        deviation === kind && (intensity >= 0.5 || emotion === 2) ? [{ clip, frame, emotion }] : [],
      )
      .filter((_, i, all) => i % Math.ceil(all.length / most) === 0),
  );
  const pixels = frames.map(({ clip, frame }) => {
    const { size } = clip.source!.data as SyntheticRecipe;
    const data = drawFrame(clip.source!.data as SyntheticRecipe, frame);
    return resizeToSquare({ count: 1, width: size, height: size, data }, 64);
  });
  writeFileSync(path.join(folder, `${name}.bin`), Buffer.concat(pixels));
  const labels = { clip: frames.map(({ clip }) => clip.label), frame: frames.map(({ emotion }) => emotion) };
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(labels));
}

function report(row: object): void {
  console.log(JSON.stringify(row));
}
