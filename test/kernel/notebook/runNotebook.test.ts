import assert from "node:assert/strict";
import { type CellRunner, runNotebook } from "../../../kernel/notebook/runNotebook.js";
import { codeCell, notebookOf } from "./cell.js";

/** Runs `print X`, `fail`, and `wait`, which lasts until it is interrupted. */
function cellRunner(): CellRunner {
  let executionCount = 0;
  let interrupted = (): void => {};
  return {
    async execute(code, { onOutput }) {
      executionCount += 1;
      if (code === "fail") return { status: "error", executionCount };
      if (code === "wait") await new Promise<void>((resolve) => (interrupted = resolve));
      else onOutput({ output_type: "stream", name: "stdout", text: code });
      return { status: code === "wait" ? "aborted" : "ok", executionCount };
    },
    interrupt: () => interrupted(),
  };
}

describe("run of a notebook", () => {
  it("runs code cells in order, counts them and leaves the notebook it was given alone", async () => {
    const notebook = notebookOf(codeCell("print a"), codeCell(" \n"), codeCell("print b"));
    const run = await runNotebook(notebook, cellRunner());
    assert.deepEqual(
      run.notebook.cells.map((cell) => cell.execution_count),
      [1, null, 2],
    );
    assert.deepEqual(notebook.cells[0].outputs, []);
    assert.equal(run.failed, undefined);
  });

  it("stops at the first cell that fails and forgets outputs of an earlier run behind it", async () => {
    const later = {
      ...codeCell("print b"),
      outputs: [{ output_type: "stream", name: "stdout", text: "old" } as const],
    };
    const run = await runNotebook(notebookOf(codeCell("fail"), later), cellRunner());
    assert.deepEqual([run.failed?.number, run.failed?.of, run.failed?.status], [1, 2, "error"]);
    assert.deepEqual(run.notebook.cells[1].outputs, []);
  });

  it("continues after errors when they are allowed, and still reports the first", async () => {
    const run = await runNotebook(
      notebookOf(codeCell("fail"), codeCell("print b"), codeCell("fail")),
      cellRunner(),
      {
        allowErrors: true,
      },
    );
    assert.equal(run.failed?.number, 1);
    assert.equal(run.notebook.cells[1].execution_count, 2);
  });

  it("hands over the outputs after every cell, before the next begins", async () => {
    const kept: string[] = [];
    const cells = [codeCell("print a"), codeCell("fail"), codeCell("print b")];
    await runNotebook(notebookOf(...cells), cellRunner(), {
      allowErrors: true,
      onProgress: async ({ cells: executed }) => {
        kept.push(executed.map(({ execution_count }) => execution_count ?? "-").join(" "));
      },
    });
    assert.deepEqual(kept, ["1 - -", "1 2 -", "1 2 3"]);
  });

  it("interrupts a cell that takes too long", async () => {
    const run = await runNotebook(notebookOf(codeCell("wait")), cellRunner(), { timeout: 0.02 });
    assert.equal(run.failed?.status, "timeout");
  });

  it("ends at once when its signal is aborted, even where errors are allowed", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 10);
    const run = await runNotebook(notebookOf(codeCell("wait"), codeCell("print b")), cellRunner(), {
      signal: stop.signal,
      allowErrors: true,
    });
    assert.equal(run.failed?.status, "interrupted");
    assert.equal(run.notebook.cells[1].execution_count, null);
  });
});
