import assert from "node:assert/strict";
import {
  followPromise,
  followReference,
  hasUnreferencedTimers,
} from "../../../kernel/session/unreferencedTimers.js";
import { until } from "../../until.js";

describe("timers that do not keep the process alive", () => {
  const later = () => followReference(setTimeout(() => {}, 60_000));

  it("are known until they are referenced again or cleared", () => {
    const timer = later();
    assert.equal(hasUnreferencedTimers(), false, "this one keeps it alive");
    assert.equal(timer.unref(), timer);
    assert.equal(timer.hasRef(), false);
    assert.equal(hasUnreferencedTimers(), true);
    timer.ref();
    assert.equal(hasUnreferencedTimers(), false);
    timer.unref();
    clearTimeout(timer);
    assert.equal(hasUnreferencedTimers(), false);
  });

  it("are known until they fire", async () => {
    followReference(setTimeout(() => {}, 5)).unref();
    assert.equal(hasUnreferencedTimers(), true);
    await until("it has fired", () => !hasUnreferencedTimers());
  });

  it("are known as promises until they settle", async () => {
    const failing = followPromise(Promise.reject(new Error("aborted")));
    assert.equal(hasUnreferencedTimers(), true);
    await assert.rejects(failing);
    assert.equal(hasUnreferencedTimers(), false);
    assert.equal(followPromise(5 as never), 5);
  });
});
