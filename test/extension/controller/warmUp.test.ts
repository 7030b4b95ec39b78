import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { EventEmitter, happenings, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { warmUp } = await import("../../../extension/controller/warmUp.js");

describe("a kernel before its first cell", () => {
  const started: unknown[] = [];
  const selected = new EventEmitter<unknown>();
  const ours = new Set<unknown>();
  let state = "not started";
  const controller = {
    onDidSelect: selected.event,
    runs: (notebook: unknown) => ours.has(notebook),
    get notebooks() {
      return [...ours];
    },
    kernels: {
      of: (notebook: unknown) => ({
        state,
        start: async () => {
          started.push(notebook);
          throw new Error("it does not start: the cell will tell");
        },
      }),
    },
  };
  const disposable = warmUp(controller as never) as { dispose(): void };
  beforeEach(() => {
    started.length = 0;
    ours.clear();
    state = "not started";
    workspace.isTrusted = true;
  });
  after(() => {
    workspace.isTrusted = true;
    disposable.dispose();
  });

  it("is started as soon as its notebook has taken it", () => {
    ours.add("mine");
    selected.fire("mine");
    assert.deepEqual(started, ["mine"]);
  });

  it("is not started when the notebook left it, nor a second time", () => {
    selected.fire("left");
    ours.add("running");
    state = "idle";
    selected.fire("running");
    assert.deepEqual(started, []);
  });

  it("waits for the workspace to be trusted", () => {
    workspace.isTrusted = false;
    ours.add("mine");
    selected.fire("mine");
    assert.deepEqual(started, []);
    workspace.isTrusted = true;
    happenings.trusted.fire();
    assert.deepEqual(started, ["mine"]);
  });
});
