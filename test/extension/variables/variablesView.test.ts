import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { EventEmitter, happenings, window } = (await import("vscode")) as unknown as typeof standIn;
const { VariablesView } = await import("../../../extension/variables/variablesView.js");

const tensor = { name: "x", type: "Tensor", shape: [2, 3], bytes: 24_000, summary: "Tensor of float32" };

describe("the tree of variables", () => {
  const notebook = { uri: { path: "/data/study.ipynb" } };
  const [added, changed] = [new EventEmitter<unknown>(), new EventEmitter<unknown>()];
  let process: object | undefined = { request: async () => ({ variables: [tensor] }) };
  let runs = true;
  const controller = {
    runs: () => runs,
    kernels: {
      ...{ onDidAdd: added.event, onDidChange: changed.event },
      existing: () => ({ running: async () => process }),
    },
  };
  before(() => (window.activeNotebookEditor = { notebook }));
  const view = new VariablesView(controller as never);
  after(() => {
    view.dispose();
    window.activeNotebookEditor = undefined;
  });

  it("lists the variables of the active notebook's session", async () => {
    assert.deepEqual(await view.getChildren(), [tensor]);
    assert.deepEqual(await view.getChildren(tensor), [], "a variable has no branches");
  });

  it("keeps the list of the last notebook while a file or a page is in front, until it closes", async () => {
    await view.getChildren();
    window.activeNotebookEditor = undefined;
    assert.deepEqual(await view.getChildren(), [tensor]);
    Object.assign(notebook, { isClosed: true });
    assert.deepEqual(await view.getChildren(), []);
    Object.assign(notebook, { isClosed: false });
    window.activeNotebookEditor = { notebook };
  });

  it("has another picture for functions and classes", () => {
    const icon = (type: string) =>
      (view.getTreeItem({ name: "f", type, summary: "" }).iconPath as unknown as { id: string }).id;
    assert.deepEqual(
      [icon("function"), icon("class"), icon("number")],
      ["symbol-function", "symbol-class", "symbol-variable"],
    );
  });

  it("is empty without a kernel that runs, and for notebooks of other kernels", async () => {
    process = undefined;
    assert.deepEqual(await view.getChildren(), []);
    process = { request: async () => ({}) };
    assert.deepEqual(await view.getChildren(), [], "a session that tells nothing");
    process = { request: async () => ({ variables: [tensor] }) };
    runs = false;
    assert.deepEqual(await view.getChildren(), []);
    runs = true;
  });

  it("shows each variable's type, shape, size and content", () => {
    const described = (variable: typeof tensor | Record<string, unknown>) =>
      view.getTreeItem(variable as never).description;
    assert.equal(described(tensor), "[2, 3]  24.0 kB  Tensor of float32");
    assert.equal(described({ name: "n", type: "number", summary: "3" }), "number  3");
    assert.equal(
      described({ name: "a", type: "Uint8Array", shape: [5], bytes: 5, summary: "1, 2" }),
      "Uint8Array  [5]  5 B  1, 2",
    );
    assert.match(String(described({ ...tensor, bytes: 3.2e7 })), /32\.0 MB/);
    assert.equal(
      view.getTreeItem(tensor).accessibilityInformation!.label,
      "x, [2, 3]  24.0 kB  Tensor of float32",
    );
  });

  it("is refreshed after each cell, when the kernel changes, and when another notebook becomes active", () => {
    let times = 0;
    view.onDidChangeTreeData(() => times++);
    const executed = new EventEmitter<void>();
    added.fire({ onDidExecute: executed.event });
    executed.fire();
    changed.fire({ state: "dead" });
    changed.fire({ state: "busy" });
    happenings.activeEditor.fire(undefined);
    assert.equal(times, 3, "not while a cell is just beginning");
  });
});
