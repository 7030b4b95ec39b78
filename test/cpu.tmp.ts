import { model as make } from "../kernel/aen/model/model.js";
import { Optimizer } from "../kernel/aen/training/optimizer.js";
import { compileClipStep } from "../kernel/aen/training/trainingStep.js";
import { lossTerms, recommendedLoss } from "../kernel/aen/losses/lossTerms.js";
import { ComputedPseudoLabels } from "../kernel/aen/training/pseudoLabels.js";
import { Predictor } from "../kernel/aen/training/predictor.js";
const m = make(process.argv[2] as any); m.freezeFrameModel();
const B = Number(process.argv[3] ?? 16), { size: S, frames: T } = m.configuration;
const opt = new Optimizer({kind: "adamw", weightDecay: 0.01}, new Map([...m.variables].filter(([,v]) => v.trainable)));
const step = compileClipStep({ name: "training", model: m, optimizer: opt, device: "cpu", lossTerms: lossTerms(recommendedLoss) , ...(process.argv[4] ? {profile: process.argv[4]} : {}) } as any);
const px = Uint8Array.from({length: B*T*S*S*3}, () => Math.random()*256);
const labels = new Float32Array(B*7); for (let i=0;i<B;i++) labels[i*7+i%7]=1;
const feed = () => ({ frames: {data: px, shape:[B,T,S,S,3], dtype:"int32" as const}, labels: {data: labels, shape:[B,7], dtype:"float32" as const}, pseudoLabelLogits: {data: new Float32Array(B*T*7), shape:[B,T,7], dtype:"float32" as const}, ...opt.scalars(1, 1e-3) });
async function timed(name: string, f: () => Promise<any>) { let cs=[], ws=[]; for (let i=0;i<7;i++) { const c=process.cpuUsage(), w=performance.now(); await f(); const d=process.cpuUsage(c); cs.push((d.user+d.system)/1e6); ws.push((performance.now()-w)/1e3);} console.log(name, "cpu", cs.map(x=>x.toFixed(2)).join(" "), "wall", ws.map(x=>x.toFixed(2)).join(" ")); }
await timed("train step", () => step.run(feed()));
const pl = new ComputedPseudoLabels(m, "cpu");
await timed("frozen", () => pl.logitsOf({pixels: px, batch: B, frames: T, size: S} as any));
