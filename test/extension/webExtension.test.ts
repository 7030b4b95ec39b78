import "./standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "./standIn/vscode.js";

const { asked, window } = (await import("vscode")) as unknown as typeof standIn;
const { activate } = await import("../../extension/webExtension.js");

const extension = { id: "us.aen" };

describe("The extension in VS Code for the Web", () => {
  it("offers the kernel that refuses, and answers views; it ends with VS Code", () => {
    const [controllers, messagings] = [asked.controllers.length, asked.messagings.length];
    const subscriptions: { dispose(): void }[] = [];
    activate({ subscriptions, extension } as never);
    assert.equal(asked.controllers.length, controllers + 1);
    assert.equal(asked.messagings.length, messagings + 1);
    assert.equal(subscriptions.length, 1);
    subscriptions[0].dispose();
  });

  it("selects its kernel for a notebook that names it, since VS Code may go on detecting kernels", () => {
    const subscriptions: { dispose(): void }[] = [];
    const metadata = { metadata: { kernelspec: { name: "aen" } } };
    window.activeNotebookEditor = { notebook: { notebookType: "jupyter-notebook", metadata } };
    asked.executed.length = 0;
    activate({ subscriptions, extension } as never);
    window.activeNotebookEditor = undefined;
    subscriptions[0].dispose();
    assert.deepEqual(asked.executed, [
      ["notebook.selectKernel", { id: "aen-notebook", extension: "us.aen" }],
    ]);
  });
});
