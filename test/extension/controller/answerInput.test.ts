import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked } = (await import("vscode")) as unknown as typeof standIn;
const { answerInput } = await import("../../../extension/controller/answerInput.js");

describe("the line that a cell waits for", () => {
  afterEach(() => (answers.input = undefined));

  it("is asked for with the cell's prompt, hidden where it is a password, and stays open", async () => {
    answers.input = "secret";
    assert.equal(await answerInput("Key: ", true), "secret");
    assert.deepEqual(asked.inputs.at(-1), { prompt: "Key: ", password: true, ignoreFocusOut: true });
  });

  it("is empty when the user leaves without an answer", async () => {
    assert.equal(await answerInput("Key: ", false), "");
  });
});
