import "../standIn/register.js";
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import type * as standIn from "../standIn/vscode.js";

const { answers, debug, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { debugCell } = await import("../../../extension/debugger/debugCell.js");

describe("Debug Cell", () => {
  let did: string[];
  const uri = { path: "/x.ipynb", fragment: "W0sZmlsZQ==", toString: () => "cell:/x.ipynb#W0" };
  const notebook = { uri, getCells: () => [{ document: { uri }, index: 0 }] };
  const cell = { notebook };
  const kernel = {
    notebook,
    start: async () => ({ tell: (type: string) => did.push(type), onMessage: () => () => {} }),
  };
  const controller = {
    runs: () => true,
    kernels: { of: () => kernel },
    run: async () => void did.push(`run in ${debug.trackers.length} debugger`),
  };
  const start = () => debugCell(controller as never, process.cwd(), cell as never);

  beforeEach(() => {
    did = [];
    answers.extension = {};
    debug.attaches = true;
    debug.stopped.length = 0;
  });

  it("runs the cell once the debugger is there, and lets the kernel go then", async () => {
    await start();
    assert.deepEqual(did, ["run in 1 debugger"]);
    assert.equal(debug.stopped.length, 1);
    assert.equal(debug.trackers.length, 0);
  });

  it("says what to do where VS Code's debugger is disabled or does not attach", async () => {
    debug.attaches = false;
    await assert.rejects(start(), /The debugger did not attach\. Check/);
    answers.extension = undefined;
    await assert.rejects(start(), /built-in extension JavaScript Debugger, which is disabled\. Enable it/);
    assert.deepEqual(did, []);
  });

  it("leaves the refusal to the controller where the workspace is not trusted", async () => {
    workspace.isTrusted = false;
    await start().finally(() => (workspace.isTrusted = true));
    assert.deepEqual(did, ["run in 0 debugger"]);
  });
});
