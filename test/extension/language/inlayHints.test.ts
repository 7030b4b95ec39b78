import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { going, kernelsAsked } from "./cell.js";

const { answers } = (await import("vscode")) as unknown as typeof standIn;
const { CellInlayHints } = await import("../../../extension/language/inlayHints.js");

describe("the hints in cells", () => {
  const hint = { at: { line: 1, character: 2 }, text: "width:", isParameter: true };
  const inlayHints = [{ ...hint, whitespaceBefore: false, whitespaceAfter: true }];
  const shown = () =>
    new CellInlayHints(kernelsAsked({ inlayHints })).provideInlayHints(
      { uri: "cell", offsetAt: () => 0 } as never,
      { start: 0, end: 0 } as never,
      going,
    );
  afterEach(() => void (answers.settings = {}));

  it("are those of the session, where the user's settings want some", async () => {
    answers.settings = { "parameterNames.enabled": "all" };
    const [first] = await shown();
    assert.deepEqual([first.label, first.kind, first.paddingRight], ["width:", 2, true]);
    assert.deepEqual({ ...first.position }, { line: 1, character: 2 });
  });

  it("are none otherwise", async () => {
    assert.deepEqual(await shown(), []);
    answers.settings = { "parameterNames.enabled": "none" };
    assert.deepEqual(await shown(), []);
  });
});
