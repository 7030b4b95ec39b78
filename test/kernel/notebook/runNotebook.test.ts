import assert from "node:assert/strict";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { type CellRunner, type NotebookRun, runNotebook } from "../../../kernel/notebook/runNotebook.js";
import { codeCell, notebookOf } from "./cell.js";

/** Runs `print X`, cells that fail in several ways, and `wait`, which lasts until it is interrupted. */
function cellRunner(): CellRunner & { later(output: CellOutput): void } {
  let executionCount = 0;
  let interrupted = (): void => {};
  let later = (_: CellOutput): void => {};
  const error = (ename: string, evalue: string): CellOutput => ({
    ...{ output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] },
  });
  return {
    later: (output) => later(output),
    async execute(code, { onOutput }) {
      executionCount += 1;
      later = onOutput;
      const failed = (ename: string, evalue: string) =>
        ({ status: "error", executionCount, ename, evalue, traceback: [] }) as const;
      if (code === "fail") return failed("Error", "silent");
      if (code === "die") return { ...failed("KernelDied", "Out of memory."), executionCount: 0 };
      if (code === "deaf") return new Promise(() => {});
      if (code === "throw behind") onOutput(error("Error", "behind"));
      if (code === "throw") {
        onOutput(error("RangeError", "shown"));
        return failed("RangeError", "shown");
      }
      if (code === "wait") {
        await new Promise<void>((resolve) => (interrupted = resolve));
        onOutput(error("Interrupted", "Stopped by the user."));
        return { status: "aborted", executionCount };
      }
      onOutput({ output_type: "stream", name: "stdout", text: code });
      return { status: "ok", executionCount };
    },
    interrupt: () => interrupted(),
  };
}

/** The last output of a cell, if it is an error. */
function errorIn({ notebook }: NotebookRun, index: number): [string, string] | undefined {
  const last = notebook.cells[index].outputs!.at(-1);
  return last?.output_type === "error" ? [last.ename, last.evalue] : undefined;
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

  it("interrupts a cell that takes too long, says so in the notebook, and goes on where errors are allowed", async () => {
    const cells = notebookOf(codeCell("wait"), codeCell("print b"));
    const run = await runNotebook(cells, cellRunner(), { timeout: 0.02, allowErrors: true });
    assert.deepEqual(
      [run.failed?.status, run.failed?.reason],
      ["timeout", "was stopped: it took longer than 0.02 s"],
    );
    assert.deepEqual(errorIn(run, 0), ["Timeout", "The cell was stopped: it took longer than 0.02 s."]);
    assert.equal(run.notebook.cells[1].execution_count, 2);
  });

  it("interrupts the cell at which the time of all is up, and begins no other", async () => {
    const cells = notebookOf(codeCell("print a"), codeCell("wait"), codeCell("print b"));
    // several times, since a timer that fires early let the next cell begin now and then
    for (let time = 0; time < 5; time++) {
      const run = await runNotebook(cells, cellRunner(), { totalTimeout: 0.2, allowErrors: true });
      assert.deepEqual([run.failed?.number, run.failed?.status], [2, "timeout"]);
      assert.match(run.failed!.reason, /^was stopped: the whole run took longer than 0.2 s$/);
      assert.equal(run.notebook.cells[2].execution_count, null);
    }
  });

  it("goes on without a cell that does not stop", async () => {
    const limits = { timeout: 0.01, patience: 0.02, allowErrors: true };
    const run = await runNotebook(notebookOf(codeCell("deaf"), codeCell("print b")), cellRunner(), limits);
    assert.equal(run.failed?.status, "lost");
    assert.equal(run.failed?.reason, "was stopped: it took longer than 0.01 s, and did not stop");
    assert.deepEqual(errorIn(run, 0)?.[0], "Timeout");
    assert.equal(run.notebook.cells[1].execution_count, null);
  });

  it("ends with the cell that ends the kernel, and says so in the notebook", async () => {
    const run = await runNotebook(notebookOf(codeCell("die"), codeCell("print b")), cellRunner(), {
      allowErrors: true,
    });
    assert.deepEqual([run.failed?.status, run.failed?.reason], ["lost", "ended the kernel: Out of memory."]);
    assert.deepEqual(errorIn(run, 0), ["KernelDied", "Out of memory."]);
    assert.equal(run.notebook.cells[1].execution_count, null);
  });

  it("marks each failed cell by one error, its own if it has shown it", async () => {
    const run = await runNotebook(notebookOf(codeCell("fail"), codeCell("throw")), cellRunner(), {
      allowErrors: true,
    });
    assert.deepEqual(
      [errorIn(run, 0), errorIn(run, 1)],
      [
        ["Error", "silent"],
        ["RangeError", "shown"],
      ],
    );
    assert.deepEqual(
      run.notebook.cells.map(({ outputs }) => outputs!.length),
      [1, 1],
    );
    assert.deepEqual(
      run.failures.map(({ reason }) => reason),
      ["failed: Error: silent", "failed: RangeError: shown"],
    );
  });

  it("counts errors that come while or after a cell succeeds", async () => {
    const runner = cellRunner();
    const run = await runNotebook(notebookOf(codeCell("throw behind"), codeCell("print b")), runner);
    assert.equal(run.failed?.status, "background");
    assert.equal(run.notebook.cells[1].execution_count, 2, "the notebook goes on");
    const late = await runNotebook(notebookOf(codeCell("print a")), runner);
    assert.equal(late.failures.length, 0);
    runner.later({ output_type: "error", ename: "Error", evalue: "late", traceback: [] });
    assert.equal(late.failures[0].reason, "left something running that failed: Error: late");
    assert.deepEqual(errorIn(late, 0), ["Error", "late"]);
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
