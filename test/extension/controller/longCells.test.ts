import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, EventEmitter, window } = (await import("vscode")) as unknown as typeof standIn;
const { tellLongCells } = await import("../../../extension/controller/longCells.js");

describe("the end of a cell that took long", () => {
  const worked = new EventEmitter<unknown>();
  const notebook = { uri: { path: "/study/a.ipynb" } };
  const end = async (seconds: number, success = true, isRunning = false): Promise<string[]> => {
    asked.messages.length = 0;
    worked.fire({ cell: { index: 2, notebook }, started: Date.now() - seconds * 1000, success, isRunning });
    await null;
    await null;
    return [...asked.messages];
  };
  before(() => void tellLongCells({ onDidWork: worked.event } as never));
  afterEach(() => {
    window.activeNotebookEditor = undefined;
    window.state.focused = true;
    Object.assign(answers, { settings: {}, button: undefined });
  });

  it("is told while its notebook is not in front, or VS Code is not", async () => {
    assert.deepEqual(await end(61), ["Cell 3 of a.ipynb has finished."]);
    assert.deepEqual(await end(61, false), ["Cell 3 of a.ipynb has stopped."]);
    window.activeNotebookEditor = { notebook };
    assert.deepEqual(await end(61), []);
    window.state.focused = false;
    assert.equal((await end(61)).length, 1);
  });

  it("is not told of a short cell, of one that begins, nor where the setting turns it off", async () => {
    assert.deepEqual(await end(59), []);
    assert.deepEqual(await end(61, true, true), []);
    answers.settings = { notifyWhenCellEnds: false };
    assert.deepEqual(await end(61), []);
  });

  it("leads to the cell", async () => {
    answers.button = "Show Cell";
    asked.shown.length = 0;
    await end(61);
    await null;
    assert.deepEqual(asked.shown, [notebook]);
  });
});
