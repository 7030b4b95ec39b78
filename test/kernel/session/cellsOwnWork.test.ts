import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { beginWork, workUntil } from "../../../kernel/aen/host/cancellation.js";
import { currentCell, runInCell, unlessStopped } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { makeCellsOwnWork } from "../../../kernel/session/cellsOwnWork.js";
import { recordedCell } from "./recordedCell.js";

describe("work of AEN that a cell starts", () => {
  let undo: () => void;
  before(() => (undo = makeCellsOwnWork()));
  after(() => undo());

  it("is told to stop with the cell, and goes on in its own code until it has ended", async () => {
    const { cell, printed } = recordedCell();
    let isStopped = false;
    const done = runInCell(cell, () =>
      beginWork(
        async () => {
          while (!isStopped) await turn();
          unlessStopped();
          currentCell()!.emit({ output_type: "stream", name: "stdout", text: "record is complete" });
          return "ended in order";
        },
        () => (isStopped = true),
      ),
    );
    cell.stop(new Interrupted());
    assert.equal(await done, "ended in order");
    assert.equal(printed(), "record is complete");
  });

  it("hears of the stop by its signal", async () => {
    const { cell } = recordedCell();
    const seen = runInCell(cell, () =>
      workUntil(undefined, async (signal) => {
        assert.equal(signal?.aborted, false);
        cell.stop(new Interrupted());
        return signal?.reason as unknown;
      }),
    );
    assert.ok((await seen) instanceof Interrupted);
  });

  it("is the cell's in all that it shows and asks", async () => {
    const { cell, outputs } = recordedCell(7, (prompt) => Promise.resolve(`${prompt}yes`));
    await runInCell(cell, () =>
      workUntil(undefined, async () => {
        const work = currentCell()!;
        assert.notEqual(work, cell);
        assert.equal(work.executionCount, 7);
        assert.equal(await work.input("Go on? ", false), "Go on? yes");
        work.fail(new RangeError("too small"));
        work.stop(new Interrupted());
      }),
    );
    assert.match(JSON.stringify(outputs), /RangeError/);
    assert.equal(cell.signal.aborted, true);
  });

  it("starts further work as its own: nobody but itself stops that", async () => {
    const { cell } = recordedCell();
    const inner = runInCell(cell, () =>
      workUntil(undefined, () => workUntil(undefined, async (signal) => signal)),
    );
    assert.equal(await inner, undefined);
  });

  it("has no owner outside of cells", async () => {
    assert.equal(await workUntil(undefined, async (signal) => signal), undefined);
  });
});
