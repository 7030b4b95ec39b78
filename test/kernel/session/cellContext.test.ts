import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import {
  currentCell,
  enterCell,
  runInCell,
  runOutsideCells,
  unlessStopped,
} from "../../../kernel/session/cellContext.js";
import { recordedCell } from "./recordedCell.js";

describe("the cell that code belongs to", () => {
  const [{ cell: one }, { cell: two }] = [recordedCell(1), recordedCell(2)];

  it("is the one that started it, also after waiting and beside another", async () => {
    const later = (cell: typeof one) =>
      runInCell(cell, async () => {
        await turn();
        return new Promise((done) => setImmediate(() => done(currentCell())));
      });
    assert.deepEqual(await Promise.all([later(one), later(two)]), [one, two]);
    assert.equal(currentCell(), undefined);
  });

  it("is the inner one in a cell within a cell, and the outer one afterwards", () => {
    runInCell(one, () => {
      assert.equal(runInCell(two, currentCell), two);
      assert.equal(currentCell(), one);
    });
  });

  it("is none for what is run outside cells, and the value is passed on", () => {
    runInCell(one, () => {
      assert.deepEqual(
        runOutsideCells(() => [currentCell(), 7]),
        [undefined, 7],
      );
      assert.equal(currentCell(), one);
    });
    assert.equal(
      runOutsideCells(() => 8),
      8,
    );
  });

  it("can be entered again from the running code on", () => {
    runOutsideCells(() =>
      runInCell(two, () => {
        enterCell(one);
        assert.equal(currentCell(), one);
        enterCell(undefined);
        assert.equal(currentCell(), undefined);
      }),
    );
    assert.equal(currentCell(), undefined);
  });

  it("ends that code once it is stopped, with the reason for the stop", () => {
    const { cell } = recordedCell(3);
    assert.equal(
      runInCell(cell, () => unlessStopped("value")),
      "value",
    );
    const reason = new RangeError("enough");
    cell.stop(reason);
    assert.throws(() => runInCell(cell, () => unlessStopped("value")), reason);
    assert.equal(unlessStopped("value"), "value", "code of no cell goes on");
    assert.equal(
      runInCell(one, () => unlessStopped()),
      undefined,
      "as does that of another",
    );
  });
});
