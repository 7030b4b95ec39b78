import assert from "node:assert/strict";
import { AsyncResource, executionAsyncId } from "node:async_hooks";
import vm from "node:vm";
import { forgetAsyncIds, keepAsyncIdsWhole } from "../../../kernel/session/asyncIds.js";

describe("the stack of async ids", () => {
  const forget = () => vm.runInThisContext(forgetAsyncIds) as unknown;
  const key = "aen.forgetAsyncIds";
  afterEach(() => {
    Reflect.deleteProperty(globalThis, key);
    assert.equal(process.hasUncaughtExceptionCaptureCallback(), false, "nothing is left behind");
  });

  it("is empty after a termination, however deep the code was that it has hit", () => {
    keepAsyncIdsWhole();
    const ids = new AsyncResource("outer").runInAsyncScope(() =>
      new AsyncResource("inner").runInAsyncScope(() => {
        const inside = executionAsyncId();
        forget();
        return [inside, executionAsyncId()];
      }),
    );
    assert.notEqual(ids[0], 0);
    assert.equal(ids[1], 0);
  });

  it("is emptied without a word to those who hear of uncaught errors", () => {
    keepAsyncIdsWhole();
    const heard: unknown[] = [];
    const listener = (error: unknown) => void heard.push(error);
    process.on("uncaughtException", listener);
    forget();
    process.off("uncaughtException", listener);
    assert.deepEqual(heard, []);
  });

  it("is emptied also where somebody catches uncaught errors, who goes on to do so", () => {
    keepAsyncIdsWhole();
    process.setUncaughtExceptionCaptureCallback(() => {});
    const id = new AsyncResource("outer").runInAsyncScope(() => (forget(), executionAsyncId()));
    const isStillThere = process.hasUncaughtExceptionCaptureCallback();
    process.setUncaughtExceptionCaptureCallback(null);
    assert.deepEqual([id, isStillThere], [0, true]);
  });

  it("stays as it is in a process that nobody has prepared", () => {
    assert.equal(forget(), undefined);
  });
});
