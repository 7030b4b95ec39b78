import assert from "node:assert/strict";
import vm from "node:vm";
import { showUsersStacks } from "../../../kernel/session/cellStacks.js";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";
import { letStackBeSeen, lookCode, unseen, verdicts } from "../../../kernel/session/stackLook.js";

/** Runs a cell that calls `look()`; gives what the main thread found. */
function found(code: string, { isStuck = false, onlyIf = "true" } = {}): number {
  const state = newSharedState();
  const [restore, forget] = [showUsersStacks(), letStackBeSeen(state)];
  // The look waits for another thread; as none acts, it takes its verdict back.
  let verdict: number | undefined;
  const { load } = Atomics;
  Atomics.load = ((memory: Int32Array, index: number) => {
    verdict ??= load(memory, index);
    return verdicts.none;
  }) as typeof load;
  try {
    const look = () => void vm.runInThisContext(lookCode(isStuck, onlyIf));
    vm.runInThisContext(`(function (look) { "use strict"; ${code} })`, { filename: "Cell [1]" })(look);
  } finally {
    Atomics.load = load;
    forget();
    restore();
  }
  assert.equal(state[sharedState.verdict], verdict);
  return verdict!;
}

const inGetter = (then: string) =>
  `const error = new Error("a"); Object.defineProperty(error, "stack", { get() { ${then} } }); error.stack`;

describe("the main thread's look at its own stack", () => {
  it("lets the inspector pause plain code, and methods of the user's objects", () => {
    assert.equal(found("look()"), verdicts.pause);
    assert.equal(found("({ get a() { look(); return 1 } }).a"), verdicts.pause);
    assert.equal(found("new (class Walker { walk() { look() } })().walk()"), verdicts.pause);
  });

  it("keeps the inspector from a getter of an error, and waits until what it calls has returned", () => {
    assert.equal(found(inGetter("look()")), verdicts.goOn);
    assert.equal(found(inGetter("look()"), { isStuck: true }), verdicts.terminate);
  });

  it("lets a getter of an error go on that is not to be ended", () => {
    assert.equal(found(inGetter("look()"), { isStuck: true, onlyIf: "false" }), verdicts.goOn);
  });

  it("says so where the thread cannot look", () => {
    assert.equal(vm.runInThisContext(lookCode(false)), unseen);
  });
});
