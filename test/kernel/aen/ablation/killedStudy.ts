/**
 * A study in a process of its own, to be killed: `killedStudy.ts <folder> [<steps>]` ends itself with SIGKILL after
 * that many steps of recording (a file opened, written, made safe or renamed), however fast the machine is. Without a
 * number it prints its arms and its steps as JSON at the end.
 */
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import * as aen from "../../../../kernel/aen/index.js";

const [, , folder, killAfter = "Infinity"] = process.argv;
const recording = [
  [fs, ["openSync", "writeSync", "fsyncSync", "renameSync", "rmSync"]],
  [promises, ["appendFile", "mkdir", "rm"]],
] as const;

const clips = await aen.clips.synthetic({ perEmotion: 4, frames: 8, size: 32, seed: 3 });
const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
const base = { model: "tiny", training: { epochs: 2, pretraining: { epochs: 1 } } } as const;
const steps = killAtStep(Number(killAfter));
const study = await aen.ablate(base, {
  arms: aen.arms.withoutEach("semantic transfer", "energy"),
  seeds: 3,
  data,
  record: folder,
});
const { arms, progress } = study.summary;
console.log(JSON.stringify({ table: { arms, progress }, steps: steps.taken }));
process.exit(0);

/** Counts the calls that write to the disk, and ends the process before the last one is done. */
function killAtStep(last: number): { taken: number } {
  const counted = { taken: 0 };
  for (const [module, names] of recording)
    for (const name of names) {
      const functions = module as unknown as Record<string, (...args: unknown[]) => unknown>;
      const whole = functions[name];
      functions[name] = (...args) => {
        if (++counted.taken >= last) process.kill(process.pid, "SIGKILL");
        return whole(...args);
      };
    }
  syncBuiltinESMExports();
  return counted;
}
