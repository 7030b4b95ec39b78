import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { NotebookCellKind, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { CellKernels } = await import("../../../extension/language/cellText.js");

describe("the process that answers for a cell", () => {
  const ours = "ours";
  const kernel = { start: async (): Promise<unknown> => "the process" };
  const controller = { runs: (notebook: unknown) => notebook === ours, kernels: { of: () => kernel } };
  const kernels = new CellKernels(controller as never, (document) => document as never);
  afterEach(() => (workspace.isTrusted = true));

  it("is that of its notebook, started where needed", async () => {
    assert.equal(await kernels.of(ours as never), "the process");
  });

  it("is undefined for cells of other kernels, for files, and in an untrusted workspace", async () => {
    assert.equal(await kernels.of("other" as never), undefined);
    assert.equal(await kernels.of(undefined as never), undefined);
    workspace.isTrusted = false;
    assert.equal(await kernels.of(ours as never), undefined);
  });

  it("is undefined where the kernel does not start: running the cell will say why", async () => {
    const failing = { start: async () => Promise.reject(new Error("no memory")) };
    const none = new CellKernels(
      { ...controller, kernels: { of: () => failing } } as never,
      (document) => document as never,
    );
    assert.equal(await none.of(ours as never), undefined);
  });

  it("knows the texts of the code cells above, without those in words or in another language", () => {
    const cell = (text: string, kind: number = NotebookCellKind.Code, languageId = "typescript") => ({
      kind,
      document: { languageId, getText: () => text },
    });
    const cells = [
      cell("const a = 1"),
      cell("# Title", NotebookCellKind.Markup, "markdown"),
      cell("print(1)", NotebookCellKind.Code, "python"),
      cell("const b = a"),
      cell("b"),
    ];
    const read = new CellKernels(controller as never, () => ({ getCells: () => cells }) as never);
    assert.deepEqual(read.above(cells[4].document as never), ["const a = 1", "const b = a"]);
    assert.deepEqual(read.above(cells[0].document as never), []);
    assert.deepEqual(read.above({} as never), [], "a document of no cell");
  });
});
