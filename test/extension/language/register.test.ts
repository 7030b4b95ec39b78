import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { documentOf, going } from "./cell.js";

const { asked, EventEmitter, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { registerLanguage } = await import("../../../extension/language/register.js");

interface Providers {
  readonly hover: { provideHover(...given: unknown[]): Promise<{ contents: unknown[] } | undefined> };
}

describe("the help in cells", () => {
  const inspected: string[] = [];
  const process = {
    inspect: async (code: string) => (
      inspected.push(code),
      { signature: "x", documentation: "", start: 0, end: 1 }
    ),
  };
  const cellDocument = { ...documentOf("x"), uri: { scheme: "vscode-notebook-cell" } };
  const notebook = { getCells: () => [{ document: {} }, { document: cellDocument }] };
  const controller = {
    onDidSelect: new EventEmitter<unknown>().event,
    notebooks: [],
    runs: (which: unknown) => which === notebook,
    kernels: { onDidAdd: new EventEmitter<unknown>().event, of: () => ({ start: async () => process }) },
  };
  let registered: { dispose(): void };
  before(() => {
    asked.providers.length = 0;
    registered = registerLanguage(controller as never);
  });
  after(() => {
    registered.dispose();
    workspace.notebookDocuments = [];
  });

  it("is completion, hover, signature help and remedies in TypeScript cells of notebooks, with the keys that open them", () => {
    assert.deepEqual(
      asked.providers.map(([kind, selector]) => [kind, selector]),
      [
        ...["completion", "hover", "signature help"],
        ...["definition", "type definition", "references", "rename", "inlay hints", "remedies", "remedies"],
      ].map((kind) => [kind, { language: "typescript", notebookType: "jupyter-notebook" }]),
    );
    assert.ok(asked.providers[0].includes("."), "a dot opens the completion");
    assert.ok(JSON.stringify(asked.providers[2]).includes("("), "a parenthesis opens the signature");
  });

  it("comes from the kernel of the notebook that holds the cell, and is none elsewhere", async () => {
    const { hover } = Object.fromEntries(
      asked.providers.map(([kind, , provider]) => [kind, provider]),
    ) as unknown as Providers;
    const ask = (document: object) => hover.provideHover(document, 0, going);
    assert.equal(await ask(cellDocument), undefined, "the notebook is not open");
    workspace.notebookDocuments = [{ getCells: () => [] }, notebook];
    assert.equal((await ask(cellDocument))!.contents.length, 1);
    assert.equal(await ask({ ...cellDocument, uri: { scheme: "file" } }), undefined);
    assert.deepEqual(inspected, ["x"]);
  });
});
