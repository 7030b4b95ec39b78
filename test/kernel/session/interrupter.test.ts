import assert from "node:assert/strict";
import { hasCellFrames } from "../../../kernel/session/interrupter.js";

const stack = (...frames: string[]): string =>
  ["Error", ...frames.map((frame) => `    at ${frame}`)].join("\n");
const kernel = [
  "forgetAsyncStack (file:///x/dist/kernel/session/interrupter.js:71:21)",
  "LiveBoard.#draw (file:///x/dist/kernel/session/liveBoard.js:60:5)",
  "process.processTicksAndRejections (node:internal/process/task_queues:105:5)",
];

describe("an interrupt", () => {
  it("terminates a loop in a cell, in a module of the user and in a package that the user imports", () => {
    for (const frame of [
      "Cell [3]:2:1",
      "count (Cell [3]:2:1)",
      "spin (/home/me/study/lib.ts:4:9)",
      "spin (file:///home/me/study/node_modules/some-package/index.js:4:9)",
    ])
      assert.equal(hasCellFrames(stack(frame, ...kernel)), true, frame);
  });

  it("lets the kernel end what it computes and draws by itself", () => {
    for (const frame of [
      "Tape.step (file:///x/dist/kernel/engine/tape.js:4:9)",
      "Function.encode (/x/node_modules/onnx-proto/dist/onnx.js:4:9)",
      "Writer.finish (/x/node_modules/protobufjs/src/writer.js:4:9)",
      "Engine.run (/x/node_modules/@tensorflow/tfjs-core/dist/engine.js:4:9)",
      "View.evaluate (file:///x/node_modules/vega-view/src/View.js:4:9)",
      "scale (file:///x/node_modules/d3-scale/src/linear.js:4:9)",
      "View.evaluate (C:\\x\\node_modules\\vega\\build\\vega.node.js:4:9)",
    ])
      assert.equal(hasCellFrames(stack(frame, ...kernel)), false, frame);
  });

  it("lets a package end what the kernel's work has asked of it", () => {
    const frames = [
      "encode (/x/node_modules/some-package/index.js:4:9)",
      "writeFrame (file:///x/dist/kernel/aen/data/video/frameWriter.js:4:9)",
    ];
    assert.equal(hasCellFrames(stack(...frames, ...kernel)), false);
    assert.equal(hasCellFrames(stack(...frames, "Cell [1]:1:9", ...kernel)), true);
  });

  it("lets the kernel end what the cell only waits for", async () => {
    const inner = async () => {
      await Promise.resolve();
      return new Error().stack!;
    };
    const outer = async () => await inner();
    const waiting = (await outer()).split("\n").filter((line) => line.includes("at async "));
    assert.ok(waiting.length > 0, "V8 names those who wait");
    assert.equal(hasCellFrames(["Error", ...waiting].join("\n")), false);
    assert.equal(hasCellFrames(stack(...kernel, "async count (Cell [3]:2:1)", "async Cell [3]:5:1")), false);
  });

  it("terminates a loop of the cell also when the kernel's libraries call it", () => {
    const frames = ["Cell [1]:1:9", "tidy (/x/node_modules/@tensorflow/tfjs-core/dist/globals.js:4:9)"];
    assert.equal(hasCellFrames(stack(...frames, ...kernel)), true);
  });
});
