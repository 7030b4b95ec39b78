import assert from "node:assert/strict";
import { keepListeners, listenForKernel, withoutListening } from "../../../kernel/session/keptListeners.js";

describe("a listener of the process that the kernel needs", () => {
  const event = "SIGUSR2";
  const ours = () => {};
  const theirs = () => {};
  let ends: (() => void)[];
  beforeEach(() => (ends = [listenForKernel(event, ours), keepListeners()]));
  afterEach(() => {
    ends.reverse().forEach((end) => end());
    process.off(event, theirs);
    assert.deepEqual(process.listeners(event), []);
  });

  it("stays when a cell removes listeners, while the cell's own go", () => {
    for (const remove of [
      () => process.removeAllListeners(),
      () => process.removeAllListeners(event),
      () => process.off(event, ours).off(event, theirs),
      () => process.removeListener(event, ours).removeListener(event, theirs),
    ]) {
      process.on(event, theirs);
      assert.equal(remove(), process);
      assert.deepEqual(process.listeners(event), [ours]);
    }
  });

  it("stays if it is Node's own, so that signals are heard afterwards", () => {
    const nodes = process.listenerCount("newListener");
    assert.ok(nodes > 0);
    process.removeAllListeners();
    assert.equal(process.listenerCount("newListener"), nodes);
  });

  it("is set aside for a while, and is back also after an error", () => {
    const during = withoutListening(event, () => process.listeners(event));
    assert.deepEqual(during, []);
    assert.throws(() =>
      withoutListening(event, () => {
        throw new RangeError("ended");
      }),
    );
    assert.deepEqual(process.listeners(event), [ours]);
  });

  it("goes when the kernel ends it", () => {
    ends[0]();
    assert.deepEqual(process.listeners(event), []);
  });
});
