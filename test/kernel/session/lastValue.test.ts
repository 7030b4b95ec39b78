import assert from "node:assert/strict";
import { currentCell } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { awaitedLater, formsOf, onEmptyStack, settledValue } from "../../../kernel/session/lastValue.js";
import { recordedCell } from "./recordedCell.js";

describe("the last value of a cell", () => {
  it("is asked for with nothing of the kernel on the stack", async () => {
    function askingFunction() {
      return onEmptyStack(async () => new Error().stack!);
    }
    assert.doesNotMatch(await askingFunction(), /askingFunction/);
    await assert.rejects(
      onEmptyStack(() => Promise.reject(new RangeError("a"))),
      RangeError,
    );
  });

  it("may be a promise that fails before the rest of the cell has ended", async () => {
    const unheard: unknown[] = [];
    const hear = (error: unknown) => void unheard.push(error);
    process.on("unhandledRejection", hear);
    const failing = Promise.reject(new Error("expected"));
    assert.equal(awaitedLater(failing), failing);
    await new Promise((done) => setImmediate(done));
    process.off("unhandledRejection", hear);
    assert.deepEqual(unheard, []);
    assert.equal(awaitedLater(1), 1);
  });

  it("is awaited as its cell", async () => {
    const { cell } = recordedCell();
    let asked: unknown;
    const thenable = { then: (done: (value: number) => void) => ((asked = currentCell()), done(3)) };
    assert.equal(await settledValue(thenable, cell), 3);
    assert.equal(asked, cell);
    for (const value of [null, undefined, 0, "text"]) assert.equal(await settledValue(value, cell), value);
  });

  it("that never settles ends with its cell", async () => {
    const { cell } = recordedCell();
    const waiting = settledValue({ then() {} }, cell);
    cell.stop(new Interrupted());
    await assert.rejects(waiting, /Stopped/);
  });

  it("is shown in forms that a notebook can store", async () => {
    const { cell } = recordedCell();
    assert.deepEqual(await formsOf([1, "a"], cell), { "text/plain": "[ 1, 'a' ]" });
  });
});
