import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const vscode = (await import("vscode")) as unknown as typeof standIn;
const { carryRendererMessages } = await import("../../../extension/renderers/rendererMessages.js");

/** Views of one notebook, and a kernel that is there or not. */
function views(kernelIsThere: boolean) {
  const notebook = { name: "one" };
  const editor = { notebook };
  vscode.window.visibleNotebookEditors = [editor, { notebook: { name: "another" } }];
  const kernelSays = new vscode.EventEmitter<unknown>();
  const stateChanges = new vscode.EventEmitter<unknown>();
  const toKernel: unknown[] = [];
  const resumed: unknown[] = [];
  carryRendererMessages(
    {
      kernels: { onDidChange: stateChanges.event },
      onMessage: kernelSays.event,
      send: async (_notebook: unknown, message: unknown) => kernelIsThere && toKernel.push(message) > 0,
    } as never,
    async (...given) => void resumed.push(given),
  );
  const messaging = vscode.asked.messagings.at(-1)!;
  return {
    toKernel,
    resumed,
    notebook,
    toViews: messaging.posted,
    kernelSays: (message: unknown) => kernelSays.fire({ notebook, message }),
    kernelIs: (state: string) => stateChanges.fire({ notebook, state }),
    async ask(message: unknown) {
      messaging.received.fire({ editor, message });
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe("Messages between views and kernel", () => {
  it("reach the kernel, and its answers the views of its own notebook alone", async () => {
    const { ask, kernelSays, toKernel, toViews } = views(true);
    await ask({ type: "run-alive", run: "run-1" });
    assert.deepEqual(toKernel, [{ type: "run-alive", run: "run-1" }]);
    kernelSays({ type: "run-alive", run: "run-1", alive: true });
    assert.deepEqual(
      toViews.map(({ message, editor }) => [
        message,
        (editor as { notebook: { name: string } }).notebook.name,
      ]),
      [[{ type: "run-alive", run: "run-1", alive: true }, "one"]],
    );
  });

  it("that ask to resume a run are for VS Code", async () => {
    const { ask, toKernel, resumed, notebook } = views(true);
    await ask({ type: "resume-run", run: "r" });
    assert.deepEqual([toKernel, resumed], [[], [[notebook, "r"]]]);
  });

  it("tell a board without a kernel that its run is not in progress", async () => {
    const { ask, toViews } = views(false);
    await ask({ type: "run-alive", run: "run-1" });
    assert.deepEqual(
      toViews.map(({ message }) => message),
      [{ type: "run-alive", run: "run-1", alive: false }],
    );
  });

  it("tell all boards so when their kernel dies or restarts", () => {
    for (const state of ["dead", "starting", "not started"]) {
      const { kernelIs, toViews } = views(true);
      kernelIs("busy");
      kernelIs(state);
      assert.deepEqual(
        toViews.map(({ message }) => message),
        [{ type: "run-alive", run: null, alive: false }],
      );
    }
  });

  it("answer a request that only a kernel could answer with what to do", async () => {
    const { ask, toViews } = views(false);
    await ask({ type: "what-if", request: "s/1", study: "s", weights: {} });
    const [{ message }] = toViews as { message: { request: string; message: string } }[];
    assert.equal(message.request, "s/1");
    assert.match(message.message, /Run the cell again/);
    await ask(null);
    assert.equal(toViews.length, 1);
  });
});
