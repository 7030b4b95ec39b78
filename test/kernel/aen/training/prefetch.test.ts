import assert from "node:assert/strict";
import { prefetch } from "../../../../kernel/aen/training/prefetch.js";

describe("prefetched items", () => {
  /** Yields 0, 1, 2 and notes what happens; fails instead of yielding `failing`. */
  function source(failing = -1) {
    const notes: string[] = [];
    async function* items() {
      try {
        for (let item = 0; item < 3; item += 1) {
          if (item === failing) throw new Error(`no ${item}`);
          notes.push(`made ${item}`);
          yield item;
        }
      } finally {
        notes.push("closed");
      }
    }
    return { notes, items: items() };
  }

  it("come in order, each made while the one before is in use", async () => {
    const { notes, items } = source();
    for await (const item of prefetch(items)) {
      await Promise.resolve();
      notes.push(`used ${item}`);
    }
    assert.deepEqual(notes, ["made 0", "made 1", "used 0", "made 2", "used 1", "closed", "used 2"]);
  });

  it("fail where the source does, after the items before", async () => {
    const { items } = source(2);
    const seen: number[] = [];
    const all = async () => {
      for await (const item of prefetch(items)) seen.push(item);
    };
    await assert.rejects(all, /no 2/);
    assert.deepEqual(seen, [0, 1]);
  });

  it("close their source when the loop is left, also when the item after has failed", async () => {
    for (const failing of [-1, 1]) {
      const { notes, items } = source(failing);
      for await (const item of prefetch(items)) {
        assert.equal(item, 0);
        break;
      }
      assert.equal(notes.at(-1), "closed");
    }
  });
});
