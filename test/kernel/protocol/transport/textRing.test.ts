import assert from "node:assert/strict";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, it } from "mocha";
import { newRingMemory, type RingText, TextRing } from "../../../../kernel/protocol/transport/textRing.js";
import { siblingModule } from "../../../../kernel/session/moduleUrl.js";

describe("the ring of text", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 70 });
  const write = fc.record({
    text,
    after: fc.integer({ min: 0, max: 5 }),
    writer: fc.nat(9),
    name: fc.constantFrom("stdout" as const, "stderr" as const),
  });

  it("gives back what was written, in order, whatever the sizes and the fill", () => {
    fc.assert(
      fc.property(fc.array(fc.option(write), { maxLength: 300 }), (steps) => {
        const memory = newRingMemory(1024);
        const [writing, reading] = [new TextRing(memory), new TextRing(memory)];
        // Long runs wrap the ring and, begun near their end, the positions too.
        memory.positions.fill(0x7fffff00 & ~63);
        const waiting: RingText[] = [];
        for (const step of steps) {
          if (step) {
            if (writing.write(step) !== undefined) waiting.push({ ...step });
            else assert.ok(waiting.length > 0, "an empty ring has room");
          } else {
            const found = reading.read(5);
            const { bytes: _, ...record } = found ?? { bytes: 0 };
            assert.deepEqual(found && record, waiting.shift());
          }
        }
      }),
    );
  });

  it("holds text back until the messages before it have been handled", () => {
    const memory = newRingMemory(1024);
    const ring = new TextRing(memory);
    ring.write({ text: "later", after: 2, writer: 1, name: "stdout" });
    assert.equal(ring.read(1), undefined);
    assert.equal(ring.read(2)?.text, "later");
  });

  it("carries text from thread to thread while the writer never gives way", async () => {
    const memory = newRingMemory(4096);
    const entry = siblingModule(import.meta.url, "./textRingWriter").href;
    const start = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}); })`;
    const worker = new Worker(start, { eval: true, workerData: { memory, count: 20_000 } });
    const ring = new TextRing(memory);
    const seen: string[] = [];
    while (seen.length < 20_000) {
      for (let next = ring.read(0); next; next = ring.read(0)) seen.push(next.text);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 20_000 }, (_, line) => `line ${line}\n`),
    );
    await worker.terminate();
  });
});
