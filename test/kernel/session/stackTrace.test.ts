import assert from "node:assert/strict";
import { SourceMap } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { registerScript, userFrames } from "../../../kernel/session/stackTrace.js";

/** Line 1, column 0 of the code was line 3, column 4 of the source (VLQ: 0, 0, 2, 4); line 2 has no place there. */
const map = new SourceMap({
  version: 3,
  file: "cell.js",
  sources: ["cell.ts"],
  sourceRoot: "",
  sourcesContent: [],
  names: [],
  mappings: "AAEI",
});

describe("the frames of an error", () => {
  before(() => {
    registerScript("Cell [901]", map);
    registerScript("Cell [902]", map, 1);
  });

  /** What becomes of frames, without their indentation. */
  const shown = (...frames: string[]) =>
    userFrames(["Error: at nothing (Cell [901]:1:1)", ...frames.map((each) => `    ${each}`)].join("\n")).map(
      (frame) => frame.trim(),
    );

  it("in a cell are at the lines of its source, less those before the user's own", () => {
    assert.deepEqual(shown("at Cell [901]:1:1", "at Cell [902]:1:1"), [
      "at Cell [901]:3:5",
      "at Cell [902]:2:5",
    ]);
  });

  const names: Record<string, string> = {
    "at boom (Cell [901]:1:1)": "at boom (Cell [901]:3:5)",
    "at async boom (Cell [901]:1:1)": "at async boom (Cell [901]:3:5)",
    "at async Cell [901]:1:1": "at Cell [901]:3:5",
    "at new Clip (Cell [901]:1:1)": "at new Clip (Cell [901]:3:5)",
    "at Clip.frames (Cell [901]:1:1)": "at Clip.frames (Cell [901]:3:5)",
    "at __scope.boom (Cell [901]:1:1)": "at boom (Cell [901]:3:5)",
    "at Object.boom (Cell [901]:1:1)": "at boom (Cell [901]:3:5)",
    "at <anonymous> (Cell [901]:1:1)": "at Cell [901]:3:5",
    "at async <anonymous> (Cell [901]:1:1)": "at Cell [901]:3:5",
  };
  for (const [frame, expected] of Object.entries(names)) {
    it(`name what the user has named: ${frame}`, () => assert.deepEqual(shown(frame), [expected]));
  }

  it("of the kernel, of Node and of packages are left out, as is what has no place in the source", () => {
    const own = pathToFileURL(path.join(packageRoot, "kernel", "cli.ts")).href;
    const built = path.join(packageRoot, "dist", "kernel", "cli.js");
    const frames = [
      `at run (${own}:1:1)`,
      `at ${built}:1:1`,
      "at async node:internal/timers:1:1",
      "at parse (/notes/node_modules/x/index.js:1:1)",
      "at async Promise.all (index 0)",
      "at <anonymous>",
    ];
    assert.deepEqual(shown(...frames), []);
  });

  it("in the user's own files stay, as paths", () => {
    assert.deepEqual(
      shown(
        "at load (file:///notes/kernel/lib.mjs:2:3)",
        "at /notes (old)/lib.js:4:5",
        `at f (${packageRoot}/kernels/a.js:1:1)`,
      ),
      [
        "at load (/notes/kernel/lib.mjs:2:3)",
        "at /notes (old)/lib.js:4:5",
        `at f (${packageRoot}/kernels/a.js:1:1)`,
      ],
    );
  });

  it("of code that is evaluated name the line that evaluates it", () => {
    assert.deepEqual(
      shown(
        "at eval (eval at boom (Cell [901]:2:1), <anonymous>:1:7)",
        "at eval (eval at boom (/notes/lib.js:2:1), <anonymous>:1:7)",
      ),
      [
        "at eval (eval at boom (Cell [901]:3:5), <anonymous>:1:7)",
        "at eval (eval at boom (/notes/lib.js:2:1), <anonymous>:1:7)",
      ],
    );
  });

  it("of the latest script of a name are at its lines; those of two thousand scripts ago have none", () => {
    registerScript("Cell [901]", map, 2);
    assert.deepEqual(shown("at Cell [901]:1:1"), ["at Cell [901]:1:5"]);
    for (let count = 0; count < 2000; count++) registerScript(`Cell [9${count + 10_000}]`, map);
    assert.deepEqual(shown("at Cell [902]:1:1"), ["at Cell [902]:1:1"]);
    for (const kept of ["Cell [910000]", "Cell [911999]"])
      assert.deepEqual(shown(`at ${kept}:1:1`), [`at ${kept}:3:5`]);
  });
});
