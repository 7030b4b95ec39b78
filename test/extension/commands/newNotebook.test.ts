import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, NotebookCellData } = (await import("vscode")) as unknown as typeof standIn;
const { newNotebook } = await import("../../../extension/commands/newNotebook.js");
const { notebookMetadata, templates } = await import("../../../extension/commands/templates.js");

interface Opened {
  readonly opened: unknown;
  readonly data: { readonly cells: standIn.NotebookCellData[]; readonly metadata: unknown };
}

describe("a new notebook", () => {
  beforeEach(() => {
    for (const list of [asked.picks, asked.shown, asked.executed]) list.length = 0;
  });
  afterEach(() => (answers.pick = () => undefined));
  const shown = () => asked.shown as Opened[];

  it("has the cells of its template, is ours, and runs in our kernel", async () => {
    await newNotebook("publisher.aen", "own");
    const [{ opened, data }] = shown();
    assert.equal(opened, "jupyter-notebook");
    assert.equal(data.metadata, notebookMetadata);
    const { cells } = templates().find(({ id }) => id === "own")!;
    assert.deepEqual(data.cells[0], new NotebookCellData(1, cells[0].markdown!, "markdown"));
    assert.deepEqual(data.cells[1], new NotebookCellData(2, cells[1].code!, "typescript"));
    assert.equal(data.cells.length, cells.length);
    assert.deepEqual(asked.executed, [
      ["notebook.selectKernel", { id: "aen-notebook", extension: "publisher.aen" }],
    ]);
    assert.deepEqual(asked.picks, [], "nothing is asked where the template is known");
  });

  it("asks for the template where none, or an unknown one, is named", async () => {
    answers.pick = (items) => items.find(({ label }) => label === "Empty");
    await newNotebook("publisher.aen");
    await newNotebook("publisher.aen", "no such template");
    assert.deepEqual(
      asked.picks.map(({ items }) => items.map(({ label }) => label)),
      Array.from({ length: 2 }, () => templates().map(({ label }) => label)),
    );
    assert.deepEqual(
      shown().map(({ data }) => data.cells),
      Array.from({ length: 2 }, () => [new NotebookCellData(2, "", "typescript")]),
    );
  });

  it("is none when the user chooses no template", async () => {
    await newNotebook("publisher.aen");
    assert.deepEqual([asked.shown, asked.executed], [[], []]);
  });
});
