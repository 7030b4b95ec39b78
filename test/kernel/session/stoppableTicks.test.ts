import assert from "node:assert/strict";
import vm from "node:vm";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { acceptTicks, makeTicksStoppable, refuseTicks } from "../../../kernel/session/stoppableTicks.js";
import { recordedCell } from "./recordedCell.js";

describe("ticks of a cell", () => {
  const node = process.nextTick;
  let restore: () => void;
  beforeEach(() => (restore = makeTicksStoppable()));
  afterEach(() => restore());

  /** Which of a stopped cell, another cell and the kernel have run their ticks. */
  async function ran(): Promise<string[]> {
    const names: string[] = [];
    const [stopped, other] = [recordedCell(1), recordedCell(2)];
    stopped.cell.stop(new Interrupted());
    runInCell(stopped.cell, () => process.nextTick((name: string) => names.push(name), "stopped"));
    runInCell(other.cell, () => process.nextTick((name: string) => names.push(name), "other"));
    process.nextTick(() => names.push("kernel"));
    await new Promise<void>((done) => node(done));
    return names;
  }

  it("run, with their arguments, whatever cell they belong to", async () => {
    assert.deepEqual(await ran(), ["stopped", "other", "kernel"]);
  });

  it("of a stopped cell no longer begin once a termination was not enough, until the stop has been seen", async () => {
    vm.runInThisContext(refuseTicks);
    assert.deepEqual(await ran(), ["other", "kernel"]);
    acceptTicks();
    assert.deepEqual(await ran(), ["stopped", "other", "kernel"]);
  });

  it("are Node's own again at the end", () => {
    restore();
    assert.equal(process.nextTick, node);
    assert.equal(vm.runInThisContext(refuseTicks), undefined);
  });
});
