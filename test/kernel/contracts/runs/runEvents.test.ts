import assert from "node:assert/strict";
import { parseEvents } from "../../../../kernel/contracts/runs/runEvents.js";

describe("the events of a run", () => {
  const lines = (...events: (object | string)[]) =>
    events.map((event) => (typeof event === "string" ? event : JSON.stringify(event))).join("\n");
  const epoch = (number: number) => ({ type: "epoch", epoch: number });
  const types = (text: string) =>
    parseEvents(text).map((event) => ("epoch" in event ? event.epoch : event.type));

  it("are those before the checkpoint and those after the run was resumed from it", () => {
    const resumed = { type: "start", keptEvents: 2 };
    const text = lines({ type: "start" }, epoch(1), epoch(2), { type: "end" }, resumed, epoch(2), epoch(3));
    assert.deepEqual(types(text), ["start", 1, "start", 2, 3]);
  });

  it("have no gaps where lines were damaged before the checkpoint", () => {
    const text = lines({ type: "start" }, '{"type":"epo', { type: "start", keptEvents: 4 }, epoch(1));
    assert.deepEqual(types(text), ["start", "start", 1]);
  });

  it("skip a line that is not an event, and report its number", () => {
    const damaged: number[] = [];
    const read = parseEvents(lines(epoch(1), { epoch: 2 }, "null", epoch(3)), (line) => damaged.push(line));
    assert.deepEqual([read.length, damaged], [2, [2, 3]]);
  });

  for (const count of [-1, null, NaN, 0.5, "1", {}, 2 ** 60])
    it(`stay where the number kept is ${JSON.stringify(count)}`, () => {
      const text = lines(epoch(1), { type: "start", keptEvents: count }, epoch(2));
      assert.deepEqual(types(text), [1, "start", 2]);
    });
});
