import assert from "node:assert/strict";
import vm from "node:vm";
import { describe, it } from "mocha";
import { HeapTidying, threadHeap, type Heap } from "../../../../kernel/session/compiler/heapTidying.js";

const megabyte = 2 ** 20;

/** A heap with garbage that the test makes; records what is in use after each collection. */
class MadeUpHeap implements Heap {
  readonly collections: number[] = [];
  garbage = 0;
  constructor(public inUse: number) {}
  used(): number {
    return this.inUse + this.garbage;
  }
  collect(): void {
    this.garbage = 0;
    this.collections.push(this.inUse / megabyte);
  }
}

describe("tidying of the compiler's heap", () => {
  it("keeps a heap level over thousands of requests, and collects rarely", () => {
    const heap = new MadeUpHeap(90 * megabyte);
    const tidying = new HeapTidying(heap);
    let most = 0;
    for (let request = 0; request < 6000; request++) {
      heap.garbage += 0.3 * megabyte;
      most = Math.max(most, heap.used());
      tidying.afterRequest();
    }
    assert.ok(most <= 136 * megabyte, String(most / megabyte));
    assert.ok(heap.collections.length <= 6000 / 150, String(heap.collections.length));
  });

  it("lets what is in use grow, and does not collect in vain", () => {
    const heap = new MadeUpHeap(90 * megabyte);
    const tidying = new HeapTidying(heap);
    heap.inUse = 300 * megabyte;
    for (let request = 0; request < 100; request++) tidying.afterRequest();
    heap.garbage = 140 * megabyte;
    tidying.afterRequest();
    assert.deepEqual(heap.collections, [300]);
    tidying.whenIdle();
    assert.deepEqual(heap.collections, [300, 300]);
    heap.garbage = 10 * megabyte;
    tidying.whenIdle();
    assert.deepEqual(heap.collections, [300, 300]);
  });

  it("frees garbage of this thread, and gives users' contexts no gc", () => {
    const heap = threadHeap();
    const held: { garbage?: unknown } = {
      garbage: Array.from({ length: 4 }, () => new Array<number>(2e6).fill(0.5)),
    };
    const before = heap.used();
    delete held.garbage;
    heap.collect();
    assert.ok(before - heap.used() > 50 * megabyte, String((before - heap.used()) / megabyte));
    assert.equal(vm.runInNewContext("typeof gc"), "undefined");
  });
});
