import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import vm from "node:vm";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { currentCell, runInCell } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { CellExecution } from "../../../kernel/session/cellExecution.js";
import { recordedCell } from "./recordedCell.js";

const text = (content: string): CellOutput => ({ output_type: "stream", name: "stdout", text: content });

describe("an execution of a cell", () => {
  it("hands its outputs over outside of it, as far as its limits go", () => {
    const outputs: unknown[] = [];
    const cells: unknown[] = [];
    const onOutput = (output: CellOutput) => void (outputs.push(output), cells.push(currentCell()));
    const cell = new CellExecution(1, { onOutput }, { text: 5, display: 100, file: 0 });
    runInCell(cell, () => ["1234", "5678", "9"].forEach((each) => cell.emit(text(each))));
    cell.release();
    assert.deepEqual(outputs.slice(0, 2), [text("1234"), text("5")]);
    assert.match(JSON.stringify(outputs[2]), /has printed 5 characters/);
    assert.ok(cells.every((each) => each === undefined));
  });

  it("shows an error that it did not catch, and gives it back", () => {
    const { cell, outputs } = recordedCell();
    const shown = cell.fail(new TypeError("not a clip"));
    assert.deepEqual([shown.ename, shown.evalue], ["TypeError", "not a clip"]);
    assert.deepEqual(outputs, [shown]);
  });

  it("stops once, for the first reason", () => {
    const { cell } = recordedCell();
    assert.equal(cell.signal.aborted, false);
    cell.stop(new Error("first"));
    cell.stop(new Error("second"));
    assert.equal((cell.signal.reason as Error).message, "first");
  });

  it("lets any number of timers and promises listen for its stop, without a warning", async () => {
    const warned: string[] = [];
    const listen = ({ name }: Error) => void warned.push(name);
    process.on("warning", listen);
    const { signal } = recordedCell().cell;
    for (let count = 0; count < 30; count++) signal.addEventListener("abort", () => {});
    await turn(); // a warning comes before the next turn of the event loop
    process.off("warning", listen);
    assert.deepEqual(warned, []);
  });

  it("stops with its client, for the client's reason if that says more than `aborted`", () => {
    const reasons: [unknown, RegExp | typeof Interrupted][] = [
      [new RangeError("too long"), /too long/],
      [undefined, Interrupted],
      ["a text", Interrupted],
    ];
    for (const early of [true, false])
      for (const [reason, expected] of reasons) {
        const client = new AbortController();
        if (early) client.abort(reason);
        const cell = new CellExecution(1, { onOutput() {}, signal: client.signal });
        if (!early) client.abort(reason);
        assert.throws(() => cell.signal.throwIfAborted(), expected);
      }
  });

  it("asks its user outside of it, and no longer than until it is stopped", async () => {
    const asked: unknown[] = [];
    const { cell } = recordedCell(1, (prompt) => {
      asked.push([prompt, currentCell()]);
      return prompt === "Name? " ? Promise.resolve("Ada") : new Promise(() => {});
    });
    assert.equal(await runInCell(cell, () => cell.input("Name? ", false)), "Ada");
    const unanswered = cell.input("Age? ", false);
    cell.stop(new Interrupted());
    await assert.rejects(unanswered, Interrupted);
    assert.deepEqual(asked, [
      ["Name? ", undefined],
      ["Age? ", undefined],
    ]);
  });

  it("refuses input where no one can answer", async () => {
    await assert.rejects(
      recordedCell().cell.input("Name? ", false),
      /input\(\) cannot ask: this front end takes no input/,
    );
  });

  it("waits for work until it is stopped, and lets the work's own end through before", async () => {
    const { cell } = recordedCell();
    assert.equal(await cell.untilStopped(Promise.resolve(1)), 1);
    await assert.rejects(cell.untilStopped(Promise.reject(new Error("own"))), /own/);
    const endless = cell.untilStopped(new Promise(() => {}));
    cell.stop(new Interrupted());
    await assert.rejects(endless, Interrupted);
    await assert.rejects(cell.untilStopped(new Promise(() => {})), Interrupted, "also when begun afterwards");
  });

  it("is waited for no longer where a listener of the user's loops at the stop, and is terminated there", async () => {
    const { cell } = recordedCell();
    const holder = globalThis as { stopCell?: () => void };
    holder.stopCell = () => cell.stop(new Interrupted());
    cell.signal.addEventListener("abort", () => {
      for (;;);
    });
    const waiting = cell.untilStopped(new Promise(() => {}));
    waiting.catch(() => {});
    assert.throws(() => vm.runInThisContext("stopCell()", { timeout: 1000 }), /timed out/);
    delete holder.stopCell;
    assert.ok(cell.signal.aborted);
    await assert.rejects(waiting, Interrupted);
  });
});
