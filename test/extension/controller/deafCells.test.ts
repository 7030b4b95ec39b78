import "../standIn/register.js";
import assert from "node:assert/strict";
import { deafCell } from "../../../kernel/contracts/deafCell.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { tellDeafCells } = await import("../../../extension/controller/deafCells.js");

describe("a cell that no stop reaches", () => {
  async function tell(metadata: object, button: string | undefined, isClosed = false): Promise<unknown[]> {
    asked.messages.length = 0;
    answers.button = button;
    const [added, messages] = [new EventEmitter<unknown>(), new EventEmitter<unknown>()];
    const notebook = { isClosed };
    const done: unknown[] = [];
    const controller = { restart: async (which: unknown) => done.push(which === notebook) };
    tellDeafCells({ onDidAdd: added.event } as never, controller as never);
    added.fire({ notebook, onMessage: messages.event });
    messages.fire({ metadata });
    await new Promise((resolve) => setImmediate(resolve));
    answers.button = undefined;
    return done;
  }

  it("is told, with a restart that the user may choose while the notebook is open", async () => {
    assert.deepEqual(await tell({ [deafCell]: true }, undefined), []);
    assert.match(asked.messages.join(), /does not stop\. A restart ends it/);
    assert.deepEqual(await tell({ [deafCell]: true }, "Restart"), [true]);
    assert.deepEqual(await tell({ [deafCell]: true }, "Restart", true), []);
  });

  it("is not mistaken in any other message", async () => {
    for (const metadata of [{}, { [deafCell]: "true" }]) await tell(metadata, "Restart");
    assert.deepEqual(asked.messages, []);
  });
});
