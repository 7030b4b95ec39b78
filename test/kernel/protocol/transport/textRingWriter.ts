import { workerData } from "node:worker_threads";
import { type RingMemory, TextRing } from "../../../../kernel/protocol/transport/textRing.js";

/** Writes numbered lines without a pause, waiting only where the ring is full. */
const { memory, count } = (workerData ?? { count: 0 }) as { memory: RingMemory; count: number };
const ring = memory && new TextRing(memory);
for (let line = 0; line < count; line++) {
  const record = { text: `line ${line}\n`, after: 0, writer: 1, name: "stdout" } as const;
  while (ring.write(record) === undefined) ring.waitForRoom((...place) => Atomics.wait(...place, 100));
}
