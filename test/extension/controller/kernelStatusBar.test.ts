import "../standIn/register.js";
import assert from "node:assert/strict";
import type { KernelState } from "../../../extension/kernel/kernelState.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, EventEmitter, happenings, window } =
  (await import("vscode")) as unknown as typeof standIn;
const { KernelStatusBar } = await import("../../../extension/controller/kernelStatusBar.js");

describe("the kernel in the status bar", () => {
  const notebook = { uri: "a" };
  let runs = true;
  let state: KernelState | undefined;
  const changed = new EventEmitter<unknown>();
  const data = new EventEmitter<unknown>();
  const controller = {
    runs: () => runs,
    onData: data.event,
    onDidSelect: () => ({ dispose: () => {} }),
    kernels: { onDidChange: changed.event, existing: () => state && { state } },
  };
  before(() => (window.activeNotebookEditor = { notebook }));
  const bar = new KernelStatusBar(controller as never);
  const item = asked.statusBarItems.at(-1)!;
  after(() => {
    bar.dispose();
    window.activeNotebookEditor = undefined;
    answers.settings = {};
  });
  const become = (next: KernelState | undefined) => {
    state = next;
    changed.fire(undefined);
  };

  it("shows the device and the state of the kernel, with an icon for each state", () => {
    const texts = (["starting", "idle", "busy", "dead", undefined] as const).map(
      (each) => (become(each), item.text),
    );
    assert.deepEqual(
      texts.map((text) => text.replace(/^\$\([^)]+\) /, "")),
      ["starting", "idle", "busy", "has died", "not started"].map((each) => `AEN: auto, kernel ${each}`),
    );
    assert.equal(new Set(texts.map((text) => text.split(" ")[0])).size, 5);
  });

  it("shows the device that a training runs on instead of auto, once it is known", () => {
    become("busy");
    const show = (device?: string) =>
      data.fire({ cell: { notebook }, data: { "application/vnd.aen.training-board.v1+json": { device } } });
    show();
    assert.match(item.text, /AEN: auto, kernel busy/);
    show("webgpu");
    assert.match(item.text, /AEN: webgpu, kernel busy/);
    become(undefined);
    assert.match(item.text, /AEN: auto, kernel not started/);
  });

  it("is red for a kernel that has died, and for no other", () => {
    become("dead");
    assert.equal(item.backgroundColor?.id, "statusBarItem.errorBackground");
    become("idle");
    assert.equal(item.backgroundColor, undefined);
  });

  it("is updated when the device setting changes", () => {
    answers.settings = { device: "cpu" };
    happenings.configuration.fire({ affectsConfiguration: (name) => name === "aen.other" });
    assert.doesNotMatch(item.text, /AEN: cpu/);
    happenings.configuration.fire({ affectsConfiguration: (name) => name === "aen.device" });
    assert.match(item.text, /AEN: cpu/);
  });

  it("is there only while a notebook of ours is in front", () => {
    runs = false;
    happenings.activeEditor.fire(undefined);
    assert.equal(item.shown, false);
    runs = true;
    happenings.activeEditor.fire(undefined);
    assert.equal(item.shown, true);
    window.activeNotebookEditor = undefined;
    happenings.activeEditor.fire(undefined);
    assert.equal(item.shown, false);
  });
});
