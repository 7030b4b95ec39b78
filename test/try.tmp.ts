import * as tf from "@tensorflow/tfjs-core";
import { syntheticClips } from "/work/wt/science/kernel/aen/data/synthetic/syntheticClips.js";
import { model } from "/work/wt/science/kernel/aen/model/model.js";
import { train } from "/work/wt/science/kernel/aen/training/train.js";
await tf.setBackend("cpu");
const n = Number(process.argv[3] ?? 20);
let t0 = Date.now();
import { ClipSet } from "/work/wt/science/kernel/aen/data/clipSet.js";
import { resizeToSquare } from "/work/wt/science/kernel/aen/data/augmentation.js";
export async function inMemory(set: any, size: number) { const out = []; for (const c of set.clips) { const im = await c.read(Array.from({length: c.frameCount}, (_, i) => i)); const data = resizeToSquare(im, size); const fb = size*size*3; out.push({ ...c, id: c.id, label: c.label, identity: c.identity, frameCount: c.frameCount, frameRate: c.frameRate, truth: c.truth, read: async (f: number[]) => { const d = new Uint8Array(f.length*fb); f.forEach((n, i) => d.set(data.subarray(n*fb, (n+1)*fb), i*fb)); return {count: f.length, width: size, height: size, data: d}; } }); } return new ClipSet(out as any, set.labels); }
const clips = await syntheticClips({ perEmotion: n, deviating: 0.3, seed: 7 } as any);
const small = await inMemory(clips, process.argv[2] === "small" ? 64 : 32); console.log("in memory", Date.now()-t0);
const { train: a, test: b } = small.split({ by: "identity", test: 0.25, seed: 7 } as any);
console.log("clips", clips.length, a.length, b.length, Date.now()-t0, "ms", clips.clips[0].frameCount);
t0=Date.now();
const im = await clips.clips[0].read([0,1,2,3,4,5,6,7]); console.log("read", Date.now()-t0, im.width);
t0=Date.now();
const h = train(model(process.argv[2] as any ?? "tiny"), a, { validate: b, epochs: Number(process.argv[4] ?? 3) });
for await (const e of h) { if (e.type !== "step") console.log(JSON.stringify(e)); else if (e.step % 5 === 0) console.log(e.phase, e.epoch, e.step, e.loss.toFixed(3), e.clipsPerSecond.toFixed(2), e.secondsLeft.toFixed(0)); }
const run = await h;
const r = await run.evaluate(b);
console.log(String(r)); console.log((Date.now()-t0)/1000, "s");
