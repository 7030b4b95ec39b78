/** A study in a process of its own, to be killed: `killedStudy.ts <folder>` prints its arms as JSON at the end. */
import * as aen from "../../../../kernel/aen/index.js";

const clips = await aen.clips.synthetic({ perEmotion: 4, frames: 8, size: 32, seed: 3 });
const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
const base = { model: "tiny", training: { epochs: 2, pretraining: { epochs: 1 } } } as const;
const study = await aen.ablate(base, {
  arms: aen.arms.withoutEach("semantic transfer", "energy"),
  seeds: 3,
  data,
  record: process.argv[2],
});
console.log(JSON.stringify({ arms: study.summary.arms, progress: study.summary.progress }));
process.exit(0);
