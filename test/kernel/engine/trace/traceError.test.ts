import assert from "node:assert/strict";
import { TraceError } from "../../../../kernel/engine/trace/traceError.js";

describe("an error of tracing", () => {
  it("names the line of the user's code where it is known", () => {
    assert.equal(
      new TraceError("It cannot be", "FFT", "loss.ts:1:2").message,
      "It cannot be (at loss.ts:1:2)",
    );
    assert.equal(new TraceError("It cannot be", "FFT", undefined).message, "It cannot be");
  });

  it("made here points to this line, also from deep within calls", () => {
    const deep = (left: number): TraceError => (left === 0 ? TraceError.here("Deep") : deep(left - 1));
    const { line, kernel, name } = deep(40);
    assert.match(line!, /traceError\.test\.ts:\d+:\d+$/);
    assert.deepEqual([kernel, name], ["", "TraceError"]);
  });

  it("leaves the length of stacks as it was", () => {
    const before = Error.stackTraceLimit;
    TraceError.here("x");
    assert.equal(Error.stackTraceLimit, before);
  });
});
