import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const resolve = createRequire(import.meta.url).resolve;
const module = (name: string) =>
  pathToFileURL(fileURLToPath(new URL(`../../../../kernel/engine/${name}.ts`, import.meta.url))).href;

/** In place of libtensorflow, which is a download: tfjs' own backend under that name, which counts its kernels' outputs. */
const standIn = `
const tf = require(${JSON.stringify(resolve("@tensorflow/tfjs-core"))});
const { MathBackendCPU } = require(${JSON.stringify(resolve("@tensorflow/tfjs-backend-cpu"))});
globalThis.written = 0;
class StandIn extends MathBackendCPU {
  firstUse = false;
  write(...args) { globalThis.written++; return super.write(...args); }
}
tf.registerBackend("tensorflow", () => new StandIn(), 3);
tf.copyRegisteredKernels("cpu", "tensorflow");`;

const program = `
import * as tf from "@tensorflow/tfjs-core";
import { compile } from ${JSON.stringify(module("compile"))};
const weight = tf.variable(tf.tensor1d([2, 3]));
const optimizer = tf.train.sgd(0.5);
const notices = [];
const step = compile(({ x }) => {
  const { value, grads } = tf.variableGrads(() => tf.sum(tf.mul(weight, x)));
  optimizer.applyGradients(grads);
  return { value };
}, { state: [weight], device: "tensorflow", onNotice: (notice) => notices.push(notice) });
const losses = [];
for (let i = 0; i < 2; i++) losses.push((await step.run({ x: { data: new Float32Array([1, 2]), shape: [2], dtype: "float32" } })).value.data[0]);
await step.sync();
console.log(JSON.stringify({ losses, weight: [...await weight.data()], backend: tf.getBackend(), written: globalThis.written ?? 0, notices }));`;

interface Ran {
  readonly losses: number[];
  readonly weight: number[];
  readonly backend: string;
  readonly written: number;
  readonly notices: string[];
}

describe('the device "tensorflow"', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "aen-tensorflow-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function install(name: string, code: string): void {
    const place = path.join(folder, "node_modules", "@tensorflow", name);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, "package.json"), JSON.stringify({ name, version: "4.22.0" }));
    writeFileSync(path.join(place, "index.js"), code);
  }

  function train(): Ran {
    const root = fileURLToPath(new URL("../../../..", import.meta.url));
    const file = path.join(root, "test/kernel/engine/run", `.${path.basename(folder)}.mts`);
    writeFileSync(file, program);
    try {
      const command = ["--import", pathToFileURL(resolve("tsx")).href, file];
      return JSON.parse(execFileSync(process.execPath, command, { cwd: folder, encoding: "utf8" })) as Ran;
    } finally {
      rmSync(file);
    }
  }

  const computed = { losses: [8, 5.5], weight: [1, 1] };

  it("computes with the package that is installed where the user works, on the GPU's first", () => {
    install("tfjs-node", "throw new Error('the other one is wanted')");
    install("tfjs-node-gpu", standIn);
    const { written, ...ran } = train();
    assert.deepEqual(ran, { ...computed, backend: "tensorflow", notices: [] });
    assert.ok(written > 0, "its backend holds the tensors");
  });

  it("says why the package does not load, and computes anyway", () => {
    install("tfjs-node", "throw new Error('libtensorflow.so.2 is missing\\nand so on')");
    const { notices, ...ran } = train();
    assert.deepEqual(ran, { ...computed, backend: "cpu", written: 0 });
    assert.equal(notices.length, 1);
    assert.match(
      notices[0],
      /tfjs-node 4\.22\.0 is installed but does not load: libtensorflow\.so\.2 is missing\./,
    );
    assert.match(notices[0], /aen doctor/);
  });

  it("computes on tfjs' own backend where none is installed", () => {
    assert.deepEqual(train(), { ...computed, backend: "cpu", written: 0, notices: [] });
  });
});
