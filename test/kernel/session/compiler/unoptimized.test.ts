import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leaveUnoptimized } from "../../../../kernel/session/compiler/unoptimized.js";
import { underFlag } from "../../../../kernel/session/compiler/v8Flag.js";

type Looping = (count: number) => number;

/** A function with a loop, which V8 optimizes once it has run often; V8 counts each one's runs apart. */
function looping(): Looping {
  return new Function(
    "count",
    "let sum = 0; for (let at = 0; at < count; at++) sum += at; return sum",
  ) as Looping;
}

/**
 * Asks whether V8 runs a function in optimized code: bit 4 of its status. It must be used soon: V8 forgets the code of
 * functions that rest, and compiles it again without the flag.
 */
function optimizationProbe(): (given: Looping) => boolean {
  const code = "return (%GetOptimizationStatus(given) & 16) !== 0";
  return underFlag("allow-natives-syntax", () => {
    const probe = new Function("given", code) as (given: Looping) => boolean;
    probe(looping());
    return probe;
  })!;
}

describe("functions left unoptimized", () => {
  it("stay so, however often they run", () => {
    const [left, other, isOptimized] = [looping(), looping(), optimizationProbe()];
    leaveUnoptimized([left]);
    for (let run = 0; run < 20_000 && !isOptimized(other); run++) assert.equal(left(1000), other(1000));
    assert.equal(isOptimized(other), true);
    assert.equal(isOptimized(left), false);
  });
});
