import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  type DebuggedCell,
  namedForDebugger,
  namedForEditor,
} from "../../../extension/debugger/cellSources.js";

const cells: DebuggedCell[] = [
  {
    address: "vscode-notebook-cell:/x.ipynb#W0sZmlsZQ==",
    file: "/x.ipynb/cell-W0.ts",
    name: "x.ipynb, cell 1",
  },
  { address: "vscode-notebook-cell:/c:/x.ipynb#W1s", file: "c:/x.ipynb/cell-W1.ts", name: "x.ipynb, cell 2" },
];

describe("the cells in a debugger's messages", () => {
  it("have their files in requests for breakpoints", () => {
    const request = {
      command: "setBreakpoints",
      arguments: { source: { path: cells[0].address }, lines: [4] },
    };
    namedForDebugger(request, cells);
    assert.equal(request.arguments.source.path, "/x.ipynb/cell-W0.ts");
  });

  it("have their addresses in stacks, and are opened from there", () => {
    const source = { path: "/x.ipynb/cell-W0.ts", name: "cell-W0.ts", sourceReference: 7 };
    namedForEditor({ command: "stackTrace", body: { stackFrames: [{ id: 1, source }] } }, cells);
    assert.deepEqual(source, { path: cells[0].address, name: "x.ipynb, cell 1", sourceReference: 0 });
  });

  it("are found as Windows writes their paths", () => {
    const source = { path: "C:\\x.ipynb\\cell-W1.ts" };
    namedForEditor({ body: { breakpoints: [{ source }] } }, cells);
    assert.equal(source.path, cells[1].address);
  });

  it("leave other files alone", () => {
    const source = { path: "/project/local.ts", sourceReference: 0 };
    namedForEditor({ body: { stackFrames: [{ source }] } }, cells);
    namedForDebugger({ arguments: { source } }, cells);
    assert.deepEqual(source, { path: "/project/local.ts", sourceReference: 0 });
  });
});
