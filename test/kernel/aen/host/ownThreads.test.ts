import assert from "node:assert/strict";
import { isOwnThread, startOwnThread } from "../../../../kernel/aen/host/ownThreads.js";

describe("a thread of AEN's own", () => {
  it("is told from others only while it is being created, even when that fails", () => {
    assert.deepEqual(
      [isOwnThread(), startOwnThread(() => isOwnThread()), isOwnThread()],
      [false, true, false],
    );
    assert.throws(
      () =>
        startOwnThread(() => {
          throw new RangeError("no thread");
        }),
      RangeError,
    );
    assert.equal(isOwnThread(), false);
  });
});
