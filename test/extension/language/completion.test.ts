import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { cancelled, documentOf, going, kernelsWith } from "./cell.js";

const { CompletionItemKind, Range } = (await import("vscode")) as unknown as typeof standIn;
const { CellCompletion } = await import("../../../extension/language/completion.js");

describe("completion in a cell", () => {
  const asked: unknown[] = [];
  const process = {
    complete: async (code: string, cursor: number, above: string[]) => {
      asked.push([code, cursor, above]);
      const matches = [
        { text: "train", kind: "const" },
        { text: "trace", kind: "function" },
        { text: "tr", kind: "of a later TypeScript" },
        { text: "?.trim", kind: "method" },
      ];
      return { start: 4, end: 6, matches };
    },
    inspect: async (code: string, cursor: number, above: string[]) => {
      asked.push([code, cursor, above]);
      return { signature: "const train: ClipSet", documentation: "The clips.", start: 0, end: 0 };
    },
  };
  const completion = new CellCompletion(kernelsWith(process));
  const document = documentOf("let tr = 1") as never;
  const items = async () => (await completion.provideCompletionItems(document, 6 as never, going))!.items;
  beforeEach(() => asked.splice(0));

  it("asks the session for the place of the cursor below the cells above, and offers what it answers in its order", async () => {
    const offered = await items();
    assert.deepEqual(asked, [["let tr = 1", 6, ["above"]]]);
    assert.deepEqual(
      offered.map(({ label, kind }) => [label, kind]),
      [
        ["train", CompletionItemKind.Constant],
        ["trace", CompletionItemKind.Function],
        ["tr", CompletionItemKind.Variable],
        ["?.trim", CompletionItemKind.Method],
      ],
    );
    assert.deepEqual(
      offered.map(({ sortText }) => sortText),
      ["00000", "00001", "00002", "00003"],
    );
    assert.deepEqual(
      offered.map(({ filterText }) => filterText),
      [undefined, undefined, undefined, ".trim"],
    );
    assert.deepEqual(offered[0].range, new Range(4, 6));
  });

  it("describes a chosen name as it would stand in the cell", async () => {
    const [first] = await items();
    asked.length = 0;
    const { detail, documentation } = await completion.resolveCompletionItem(first);
    assert.deepEqual(asked, [["let train = 1", 8, ["above"]]]);
    assert.equal(detail, "const train: ClipSet");
    assert.equal((documentation as { value: string }).value, "The clips.");
  });

  it("offers nothing without a kernel, or once cancelled", async () => {
    const none = new CellCompletion(kernelsWith(undefined));
    assert.equal(await none.provideCompletionItems(document, 6 as never, going), undefined);
    assert.equal(await completion.provideCompletionItems(document, 6 as never, cancelled), undefined);
    assert.deepEqual(asked, []);
  });
});
