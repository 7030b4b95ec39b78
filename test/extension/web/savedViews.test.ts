import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { answerSavedViews } = await import("../../../extension/web/savedViews.js");

describe("Views of a saved notebook in VS Code for the Web", () => {
  it("are told that no run is in progress, and where to compute what they ask for", async () => {
    answerSavedViews();
    const { received, posted } = asked.messagings.at(-1)!;
    for (const message of [
      { type: "run-alive", run: "r" },
      { type: "what-if", request: "s/1" },
      null,
      { type: "run-control" },
    ])
      received.fire({ editor: "editor", message });
    await new Promise((resolve) => setImmediate(resolve));
    const [alive, whatIf, ...others] = posted.map(({ message }) => message as Record<string, unknown>);
    assert.deepEqual(alive, { type: "run-alive", run: "r", alive: false });
    assert.deepEqual([whatIf["type"], whatIf["request"]], ["what-if", "s/1"]);
    assert.match(String(whatIf["message"]), /^Nothing runs in VS Code for the Web/);
    assert.deepEqual(others, []);
  });
});
