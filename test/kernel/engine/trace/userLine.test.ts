import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { userLine } from "../../../../kernel/engine/trace/userLine.js";
import { fileURLToPath } from "node:url";

describe("the user's line in a stack trace", () => {
  for (const name of ["plain", "with space", "größe", "a#b", "100%", "a%20b"]) {
    it(`is distinguished from the engine's wherever that is installed, by path and by URL: ${name}`, () => {
      const folder = path.resolve("/home", name, "engine");
      const ours = pathToFileURL(`${folder}${path.sep}`);
      const user = path.resolve("/home", name, "loss.ts");
      for (const write of [(file: string) => file, (file: string) => pathToFileURL(file).href]) {
        const stack = [
          "Error",
          `    at trace (${write(path.join(folder, "trace", "trace.ts"))}:3:1)`,
          "    at Module.add (/x/node_modules/@tensorflow/tfjs-core/add.js:1:1)",
          `    at smoothness (${write(user)}:12:7)`,
        ].join("\n");
        assert.equal(userLine(stack, ours), `${user}:12:7`);
      }
    });
  }

  it("is none where all lines are the engine's or a library's", () => {
    assert.equal(userLine("Error\n    at x (node:internal/modules/run_main:1:1)"), undefined);
  });
});

const engine = fileURLToPath(new URL("../../../../kernel/engine/trace/trace.ts", import.meta.url));

const stack = (...frames: string[]) =>
  ["Error: something", ...frames.map((frame) => `    at ${frame}`)].join("\n");

describe("the line of the user's code", () => {
  it("is the innermost that is neither the engine's, a library's nor Node's", () => {
    const text = stack(
      `TraceError.here (${engine}:12:3)`,
      "runKernel (/home/me/node_modules/@tensorflow/tfjs-core/dist/engine.js:5:6)",
      "node:internal/process/task_queues:95:5",
      "Array.map (<anonymous>)",
      "loss (/home/me/loss.ts:12:7)",
      "step (/home/me/train.ts:3:1)",
    );
    assert.equal(userLine(text), "/home/me/loss.ts:12:7");
  });

  it("is found without a function's name, after async, and as a file's URL", () => {
    assert.equal(userLine(stack("/home/me/loss.ts:12:7")), "/home/me/loss.ts:12:7");
    assert.equal(userLine(stack("async /home/me/loss.ts:12:7")), "/home/me/loss.ts:12:7");
    assert.equal(userLine(stack("loss (file:///home/me/loss.ts:12:7)")), "/home/me/loss.ts:12:7");
    assert.equal(userLine(stack("async Object.run (file:///home/me/loss.ts:1:2)")), "/home/me/loss.ts:1:2");
  });

  it("is unknown where there is none", () => {
    assert.equal(userLine(""), undefined);
    assert.equal(userLine("Error: at home /a/b.ts:1:1"), undefined);
    assert.equal(userLine(stack(`traceStep (${engine}:1:1)`)), undefined);
  });
});
