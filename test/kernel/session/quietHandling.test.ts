import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { handleQuietly, rememberCapture } from "../../../kernel/session/quietHandling.js";

describe("an error that is handled quietly", () => {
  const emit = Object.getOwnPropertyDescriptor(process, "emit");
  const timers = createRequire(import.meta.url)("node:timers") as Record<string, unknown>;
  const { setImmediate } = timers;
  const forget = rememberCapture();
  after(forget);
  afterEach(() => {
    if (emit) Object.defineProperty(process, "emit", emit);
    else Reflect.deleteProperty(process, "emit");
    timers.setImmediate = setImmediate;
    process.setUncaughtExceptionCaptureCallback(null);
  });

  /** What Node's handler finds, in short. */
  function found(): string[] {
    const seen: string[] = [];
    const isHandled = handleQuietly(() => {
      seen.push(`captured: ${process.hasUncaughtExceptionCaptureCallback()}`);
      seen.push(`emitted: ${process.emit("uncaughtException", new Error("never thrown"))}`);
      seen.push(`setImmediate: ${timers.setImmediate === setImmediate}`);
      return true;
    });
    return [...seen, `handled: ${isHandled}`];
  }

  it("reaches nobody, whatever stands in the place of `process.emit`, timers and a capture, which come back", () => {
    const broken = () => {
      throw new Error("broken");
    };
    const capture = () => {};
    Object.assign(process, { emit: broken });
    timers.setImmediate = broken;
    process.setUncaughtExceptionCaptureCallback(capture);
    assert.deepEqual(found(), ["captured: false", "emitted: true", "setImmediate: true", "handled: true"]);
    assert.equal(process.emit as unknown, broken);
    assert.equal(timers.setImmediate, broken);
    assert.ok(process.hasUncaughtExceptionCaptureCallback());
  });

  it("counts as handled also where the handler fails", () => {
    const failing = () => {
      throw new Error("failed");
    };
    assert.equal(handleQuietly(failing), true);
  });
});
