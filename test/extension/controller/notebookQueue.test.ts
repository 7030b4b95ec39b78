import assert from "node:assert/strict";
import type { CellResult, CellRun } from "../../../extension/controller/cellRun.js";
import { NotebookQueue } from "../../../extension/controller/notebookQueue.js";

const kernel = { name: "kernel" };

/** Cells that end as told when they are let go, and log what is done to them. */
function cells(log: string[], ...results: CellResult[]): CellRun[] {
  return results.map((result, number) => ({
    run: async (given: unknown) => {
      assert.equal(given, kernel);
      log.push(`${number} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${number} ${result}`);
      return result;
    },
    cancel: () => log.push(`${number} cancelled`),
  })) as never;
}

describe("the cells of a notebook that wait", () => {
  const log: string[] = [];
  beforeEach(() => log.splice(0));

  it("run one after the other", async () => {
    await new NotebookQueue(kernel as never).run(cells(log, "ok", "ok"));
    assert.deepEqual(log, ["0 begins", "0 ok", "1 begins", "1 ok"]);
  });

  for (const result of ["failed", "aborted"] as const) {
    it(`do not run after one that ${result === "failed" ? "failed" : "was aborted"}`, async () => {
      const queue = new NotebookQueue(kernel as never);
      await queue.run(cells(log, result, "ok", "ok"));
      assert.deepEqual(log, ["0 begins", `0 ${result}`, "1 cancelled", "2 cancelled"]);
      log.length = 0;
      await queue.run(cells(log, "ok"));
      assert.deepEqual(log, ["0 begins", "0 ok"], "later ones do");
    });
  }

  it("are joined by those that come while one runs", async () => {
    const queue = new NotebookQueue(kernel as never);
    const first = queue.run(cells(log, "ok"));
    const second = queue.run(cells(log, "ok"));
    assert.equal(first, second);
    await second;
    assert.deepEqual(log, ["0 begins", "0 ok", "0 begins", "0 ok"]);
  });

  it("are cancelled when the queue is cleared; the one that runs is left to the kernel", async () => {
    const queue = new NotebookQueue(kernel as never);
    const running = queue.run(cells(log, "ok", "ok"));
    queue.clear();
    await running;
    assert.deepEqual(log, ["0 begins", "1 cancelled", "0 ok"]);
  });

  it("go on in a notebook that was opened anew; those that it no longer has are dropped", async () => {
    const runs = cells(log, "ok", "ok", "ok").map((run, number) =>
      Object.assign(run, {
        cell: number,
        moveTo: (cell: unknown) => log.push(`${number} moves to ${String(cell)}`),
      }),
    );
    const queue = new NotebookQueue(kernel as never);
    const ended = queue.run(runs as never);
    queue.moveTo(((cell: number) => (cell === 1 ? undefined : cell + 10)) as never);
    await ended;
    assert.deepEqual(log, [
      ...["0 begins", "2 moves to 12", "1 cancelled", "0 moves to 10", "0 ok"],
      ...["2 begins", "2 ok"],
    ]);
  });
});
