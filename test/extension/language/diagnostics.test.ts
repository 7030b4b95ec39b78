import "../standIn/register.js";
import assert from "node:assert/strict";
import { mock } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import type { CellDiagnostic } from "../../../kernel/contracts/cellDiagnostic.js";
import type * as standIn from "../standIn/vscode.js";

const { asked, DiagnosticSeverity, EventEmitter, happenings, NotebookCellKind } =
  (await import("vscode")) as unknown as typeof standIn;
const { CellDiagnostics } = await import("../../../extension/language/diagnostics.js");

const pause = 400;

function mistake(start: number, end: number, more: Partial<CellDiagnostic> = {}): CellDiagnostic {
  const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
  return { severity: "error", code: 2322, message: "No.", start: at(start), end: at(end), ...more };
}

describe("mistakes in cells that are being written", () => {
  const selected = new EventEmitter<unknown>();
  const added = new EventEmitter<unknown>();
  let ours = true;
  let answer: (cell: string) => Promise<CellDiagnostic[]>;
  /** The notebooks that the kernel was asked about, each by the texts of its cells. */
  const checked: string[][] = [];

  const cellOf = (text: string, name: string, languageId = "typescript") => {
    const document = {
      ...{ text, version: 1, isClosed: false, languageId },
      uri: { scheme: "vscode-notebook-cell", toString: () => name },
      getText: () => document.text,
      positionAt: (offset: number) => offset,
    };
    return { kind: languageId === "markdown" ? NotebookCellKind.Markup : NotebookCellKind.Code, document };
  };
  const [first, second, words] = [
    cellOf("wrong", "first"),
    cellOf("const b = 1", "second"),
    cellOf("#", "words", "markdown"),
  ];
  const notebook = { getCells: () => [first, second, words] };
  let holder: typeof notebook | undefined = notebook;
  const kernels = {
    notebookOf: () => holder,
    of: async () => ({
      notebookDiagnostics: (cells: string[]) => (checked.push(cells), Promise.all(cells.map(answer))),
    }),
  };
  const controller = { onDidSelect: selected.event, runs: () => ours, kernels: { onDidAdd: added.event } };
  let diagnostics: InstanceType<typeof CellDiagnostics>;

  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    diagnostics = new CellDiagnostics(kernels as never, controller as never);
    [ours, answer] = [true, async () => []];
    checked.length = 0;
  });
  afterEach(() => {
    diagnostics.dispose();
    mock.timers.reset();
  });
  const edit = ({ document }: ReturnType<typeof cellOf>) => happenings.edited.fire({ document });
  async function rest(): Promise<void> {
    mock.timers.tick(pause);
    for (let i = 0; i < 5; i++) await turn();
  }
  const shown = (name: string) => asked.diagnostics.get(name);

  it("are looked for once the cell is not edited any more, not at each key", async () => {
    edit(first);
    mock.timers.tick(pause - 1);
    edit(first);
    mock.timers.tick(pause - 1);
    assert.deepEqual(checked, []);
    await rest();
    assert.deepEqual(checked, [["wrong", "const b = 1"]], "with the cells below, which depend on it");
  });

  it("are underlined where the session finds them, with its severity and number", async () => {
    answer = async () => [
      mistake(0, 5),
      mistake(2, 3, { severity: "suggestion", code: 6133, message: "Unused." }),
    ];
    edit(first);
    await rest();
    const [error, hint] = shown("first") as unknown as {
      range: unknown;
      message: string;
      severity: number;
      code: number;
      source: string;
    }[];
    assert.deepEqual(
      { ...error, range: { ...(error.range as object) } },
      {
        ...{ range: { start: 0, end: 5 }, message: "No.", severity: DiagnosticSeverity.Error },
        ...{ code: 2322, source: "aen" },
      },
    );
    assert.deepEqual([hint.severity, hint.code], [DiagnosticSeverity.Hint, 6133]);
  });

  it("are not those of other files", async () => {
    answer = async () => [mistake(4, 5), mistake(0, 1, { file: "other.ts" })];
    edit(first);
    await rest();
    assert.deepEqual(
      shown("first")!.map(({ range }) => range.start),
      [4],
    );
  });

  it("are looked for again when cells are added, moved or deleted, not when outputs are written", async () => {
    happenings.notebookChanged.fire({ notebook, contentChanges: [], cellChanges: [{}] });
    await rest();
    assert.equal(checked.length, 0);
    happenings.notebookChanged.fire({ notebook, contentChanges: [{}], cellChanges: [] });
    await rest();
    assert.equal(checked.length, 1);
  });

  it("are not shown for a text that has changed since, nor in a cell that is closed", async () => {
    let tell!: (found: CellDiagnostic[]) => void;
    answer = (cell) => (cell === "wrong" ? new Promise((resolve) => (tell = resolve)) : Promise.resolve([]));
    edit(first);
    await rest();
    first.document.version++;
    tell([mistake(0, 1)]);
    await turn();
    assert.equal(shown("first"), undefined);
    edit(first);
    await rest();
    first.document.isClosed = true;
    tell([mistake(0, 1)]);
    await turn();
    assert.equal(shown("first"), undefined);
    first.document.isClosed = false;
  });

  it("are none where the kernel does not answer", async () => {
    answer = async () => Promise.reject(new Error("The kernel has died."));
    edit(first);
    await rest();
    assert.deepEqual(shown("first"), []);
  });

  it("are looked for when the notebook takes our kernel, and when a cell has run", async () => {
    selected.fire(notebook);
    await rest();
    assert.deepEqual(checked, [["wrong", "const b = 1"]]);
    const executed = new EventEmitter<void>();
    added.fire({ notebook, onDidExecute: executed.event });
    executed.fire();
    await rest();
    assert.equal(checked.length, 2);
  });

  it("go when the notebook takes another kernel, or the cell is closed", async () => {
    answer = async () => [mistake(0, 1)];
    selected.fire(notebook);
    await rest();
    assert.equal(shown("second")!.length, 1);
    happenings.documentClosed.fire(second.document);
    assert.equal(shown("second"), undefined);
    edit(first);
    ours = false;
    selected.fire(notebook);
    await rest();
    assert.equal(shown("first"), undefined);
    assert.equal(checked.length, 1, "what waited is not looked at any more");
  });

  it("are not looked for in files, nor in cells of another language", async () => {
    holder = undefined;
    edit(first);
    holder = notebook;
    edit(words);
    await rest();
    assert.deepEqual(checked, []);
  });
});
