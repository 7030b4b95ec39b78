import assert from "node:assert/strict";
import { Session } from "node:inspector";
import { callUserCode, CutShort } from "../../../kernel/aen/host/userCode.js";
import { currentCell, runInCell } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { guardUserCode } from "../../../kernel/session/userCodeGuard.js";
import { recordedCell } from "./recordedCell.js";

/** Computes without end, and is terminated as by an interrupt. */
function endless(): never {
  const inspector = new Session();
  inspector.connect();
  inspector.post("Runtime.terminateExecution");
  for (;;);
}

describe("a user's function that AEN calls in the middle of its own work", () => {
  let undo: () => void;
  before(() => (undo = guardUserCode()));
  after(() => undo());

  it("gives its value, also none, and throws its own error", () => {
    const value = { loss: 1 };
    assert.equal(
      callUserCode(() => value),
      value,
    );
    assert.equal(
      callUserCode(() => undefined),
      undefined,
    );
    const boom = new RangeError("boom");
    assert.throws(
      () =>
        callUserCode(() => {
          throw boom;
        }),
      (error) => error === boom,
    );
  });

  it("runs in the cell that it was called in, one within another", () => {
    const { cell } = recordedCell();
    assert.deepEqual(
      runInCell(cell, () => callUserCode(() => [currentCell(), callUserCode(currentCell)])),
      [cell, cell],
    );
  });

  it("that is terminated is an error for its caller, which ends its work in order; the cell is stopped", () => {
    const { cell } = recordedCell();
    const ended: unknown[] = [];
    runInCell(cell, () => {
      try {
        callUserCode(endless);
      } catch (error) {
        ended.push(error, currentCell());
      } finally {
        ended.push("in order");
      }
    });
    assert.ok(ended[0] instanceof CutShort);
    assert.deepEqual(ended.slice(1), [cell, "in order"]);
    assert.ok(cell.signal.reason instanceof Interrupted);
  });
});
