import "./standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "./standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { answeredByEditor, answerWithoutKernel } = await import("../../extension/viewsWithoutKernel.js");

describe("What a view asks where no kernel is", () => {
  const editor = { notebook: { uri: "notebook" }, selection: { end: 2 }, revealRange: () => {} } as never;

  it("is done by the editor where it is a cell to insert", async () => {
    asked.edits.length = 0;
    assert.equal(await answeredByEditor(editor, { type: "insert-cell", code: "1" }), true);
    assert.equal(asked.edits.length, 1);
    for (const other of [{ type: "insert-cell" }, { type: "what-if", code: "1" }, {}])
      assert.equal(await answeredByEditor(editor, other), false);
    assert.equal(asked.edits.length, 1);
  });

  it("is answered with the reason, under the number of the request", async () => {
    const posted: unknown[] = [];
    const messaging = { postMessage: async (message: unknown) => posted.push(message) > 0 } as never;
    for (const message of [
      { type: "run-alive", run: "r" },
      { type: "clip-frames", request: "7" },
      { type: "run-control", run: "r" },
    ])
      await answerWithoutKernel(editor, message, messaging, "Because.");
    assert.deepEqual(posted, [
      { type: "run-alive", run: "r", alive: false },
      { type: "clip-frames", request: "7", message: "Because." },
    ]);
  });
});
