/** What the soak does, step by step; each may be done again and again, and leaves nothing that the next one needs. */
export interface SoakStep {
  readonly code: string;
  /** How the cell must end. Default: ok. */
  readonly ends?: "error" | "stopped";
}

const tiny = "aen.model('tiny')";
const study =
  "{ model: 'tiny', training: { epochs: 1, batch: 7 } }, { data: clips.split({ by: 'identity', test: 0.5, seed: 1 }), " +
  "arms: aen.arms.withoutEach('energy'), seeds: 1, record: false }";

/** Runs once, before the first step. */
export const before =
  "const clips = await aen.clips.synthetic({ perEmotion: 2, identities: 2, frames: 4, size: 32, seed: 1 });" +
  " let kept: unknown, fitted: unknown, counted = 0;";

export const soakSteps: Readonly<Record<string, SoakStep>> = {
  "a value": { code: "counted++; ({ counted, more: [1, 2, 3] })" },
  "a name declared again": { code: "const again = { at: Date.now(), text: 'x'.repeat(1000) }; again.at > 0" },
  "a function and a class": {
    code: "class Box<T> { constructor(readonly value: T) {} } const boxed = (n: number) => new Box(n); boxed(3).value",
  },
  printing: { code: "for (let i = 0; i < 2000; i++) console.log('line', i);" },
  "an output above the limit": { code: "for (let i = 0; i < 200; i++) console.log('x'.repeat(20_000));" },
  "a large value, replaced": { code: "kept = new Float64Array(500_000).fill(1); undefined" },
  "a display": { code: "const shown = display.html('<b>one</b>'); await shown.update('<b>two</b>');" },
  "a figure": { code: "clips" },
  tensors: {
    code: "tf.tidy(() => tf.randomNormal([200, 200]).matMul(tf.ones([200, 200])).sum().dataSync()[0])",
  },
  "a timer and an await": { code: "await new Promise((next) => setTimeout(next, 5));" },
  "an import": {
    code: "const { createHash } = await import('node:crypto'); createHash('sha256').update('x').digest('hex').length",
  },
  "a child process": { code: "require('node:child_process').execSync('true'); undefined" },
  "a thread": {
    code: "await new Promise((end) => new (require('node:worker_threads').Worker)('', { eval: true }).on('exit', end)); undefined",
  },
  "a training": {
    code: `fitted = await aen.train(${tiny}, clips, { epochs: 2, batch: 7, record: false }); undefined`,
  },
  "a training with a board": {
    code: `await aen.train(${tiny}, clips, { epochs: 2, batch: 7, record: false, pretraining: { epochs: 1 } })`,
  },
  "a training on record": { code: `await aen.train(${tiny}, clips, { epochs: 1, batch: 7 }); undefined` },
  "an evaluation": {
    code: `const run = await aen.train(${tiny}, clips, { epochs: 1, batch: 7, record: false }); await run.evaluate(clips)`,
  },
  "a study": { code: `await aen.ablate(${study})` },
  clips: {
    code: "await aen.clips.synthetic({ perEmotion: 1, identities: 2, frames: 4, size: 32, seed: 2 })",
  },
  "an error": { code: "throw new RangeError('meant')", ends: "error" },
  "an error of types": { code: "const wrong: number = 'text';", ends: "error" },
  "a rejection of nobody": {
    code: "void Promise.reject(new Error('meant')); await new Promise((next) => setTimeout(next, 5));",
  },
  "a loop, stopped": { code: "for (;;) {}", ends: "stopped" },
  "an async loop, stopped": {
    code: "for (;;) await new Promise((next) => setTimeout(next, 1));",
    ends: "stopped",
  },
  "a training, stopped": {
    code: `await aen.train(${tiny}, clips, { epochs: 100_000, batch: 7, record: false })`,
    ends: "stopped",
  },
  "a study, stopped": {
    code: `await aen.ablate(${study.replace("epochs: 1", "epochs: 100_000")})`,
    ends: "stopped",
  },
};
