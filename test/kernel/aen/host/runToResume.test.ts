import assert from "node:assert/strict";
import { setRunToResume, takeRunToResume } from "../../../../kernel/aen/host/runToResume.js";

describe("the run that a cell is to resume", () => {
  it("is what the session says, and none without a session", () => {
    assert.equal(takeRunToResume(), undefined);
    setRunToResume(() => "run-1");
    assert.equal(takeRunToResume(), "run-1");
    setRunToResume(undefined);
    assert.equal(takeRunToResume(), undefined);
  });
});
