import assert from "node:assert/strict";
import fc from "fast-check";
import { ByteQueue } from "../../../../../kernel/protocol/transport/zmtp/byteQueue.js";

describe("a queue of bytes", () => {
  it("gives what was pushed, in order, however it is cut", () => {
    const piece = fc.uint8Array({ maxLength: 9000 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.infiniteStream(fc.nat(8000)), (pieces, cuts) => {
        const queue = new ByteQueue();
        const read: Buffer[] = [];
        for (const each of pieces) {
          queue.push(each);
          const cut = Math.min(queue.length, cuts.next().value as number);
          read.push(queue.take(cut));
        }
        read.push(queue.take(queue.length));
        assert.deepEqual(Buffer.concat(read), Buffer.concat(pieces));
        assert.equal(queue.length, 0);
      }),
      { numRuns: 100 },
    );
  });

  it("shows bytes and a long number without taking them", () => {
    const queue = new ByteQueue();
    queue.push(Uint8Array.of(9, 0, 0, 0, 1, 0, 0, 0, 2));
    queue.skip(1);
    assert.equal(queue.uint64(0), 2 ** 32 + 2);
    assert.deepEqual([queue.at(3), queue.at(8), queue.length], [1, undefined, 8]);
  });

  it("gives copies, which later bytes leave as they are", () => {
    const queue = new ByteQueue();
    queue.push(Buffer.from("first"));
    const first = queue.take(5);
    queue.push(Buffer.from("other"));
    assert.equal(String(first), "first");
  });
});
