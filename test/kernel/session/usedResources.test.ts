import assert from "node:assert/strict";
import { UsedResources } from "../../../kernel/session/usedResources.js";

describe("what a cell uses", () => {
  const { dispose, asyncDispose } = Symbol;

  it("is disposed of when the cell has ended, the last first, each awaited; nothing is no resource", async () => {
    const resources = new UsedResources();
    const told: string[] = [];
    const plain = { [dispose]: () => void told.push("plain") };
    const slow = {
      async [asyncDispose]() {
        await 0;
        told.push("slow");
      },
    };
    const work = async () => {
      assert.equal(resources.use(slow, true), slow);
      assert.equal(resources.use(plain), plain);
      assert.equal(resources.use(plain, true), plain, "`await using` takes what is not asynchronous, too");
      assert.equal(resources.use(null), null);
      assert.equal(resources.use(undefined, true), undefined);
      told.push("work");
      return "value";
    };
    assert.equal(await resources.disposeAfter(work()), "value");
    assert.deepEqual(told, ["work", "plain", "plain", "slow"]);
  });

  it("is refused where it cannot be disposed of", () => {
    const { use } = new UsedResources();
    assert.throws(() => use({}), /"using" has no \[Symbol\.dispose\]\(\)\./);
    assert.throws(() => use(1, true), /"await using" has no \[Symbol\.asyncDispose\]\(\) or/);
    assert.throws(() => use({ async [asyncDispose]() {} }), TypeError);
  });

  it("is disposed of when the cell fails; the cell's error comes first", async () => {
    const resources = new UsedResources();
    const [cell, one, two] = ["cell", "one", "two"].map((text) => new Error(text));
    let reached = false;
    resources.use({ [dispose]: () => void (reached = true) });
    await assert.rejects(resources.disposeAfter(Promise.reject(cell)), cell);
    assert.ok(reached);
    const failing = (error: Error) => ({ [dispose]: () => Promise.reject(error) });
    resources.use(failing(one));
    await assert.rejects(resources.disposeAfter(Promise.resolve()), one);
    resources.use(failing(one));
    resources.use(failing(two));
    await assert.rejects(resources.disposeAfter(Promise.reject(cell)), (error: AggregateError) => {
      assert.deepEqual(error.errors, [cell, two, one]);
      return true;
    });
  });
});
