import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { UncaughtPauses } from "../../../kernel/session/uncaughtPauses.js";

describe("the exceptions that a debugger hears of", () => {
  let pauses: UncaughtPauses;
  const pause = (reason: string, scriptId: string, uncaught = false) => ({
    ...{ reason, data: { uncaught }, callFrames: [{ location: { scriptId } }] },
  });

  beforeEach(() => void (pauses = new UncaughtPauses((scriptId) => scriptId === "cell")));

  it("are, of the uncaught ones, those of cells that no try catches", () => {
    assert.equal(pauses.asked("uncaught"), "all");
    assert.equal(pauses.isUnwanted(pause("promiseRejection", "cell")), false);
    assert.equal(pauses.isUnwanted(pause("exception", "cell")), true);
    assert.equal(pauses.isUnwanted(pause("promiseRejection", "kernel")), true);
    assert.equal(pauses.isUnwanted(pause("exception", "kernel", true)), false);
  });

  it("are all or none as asked", () => {
    assert.equal(pauses.asked("all"), "all");
    assert.equal(pauses.isUnwanted(pause("exception", "cell")), false);
    assert.equal(pauses.asked("none"), "none");
  });

  it("do not concern other pauses", () => {
    pauses.asked("uncaught");
    assert.equal(pauses.isUnwanted(pause("other", "kernel")), false);
  });
});
