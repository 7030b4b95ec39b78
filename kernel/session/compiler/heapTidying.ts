import v8 from "node:v8";
import vm from "node:vm";
import { underFlag } from "./v8Flag.js";

/** A heap that can be measured and collected. */
export interface Heap {
  /** Bytes in use, garbage included. */
  used(): number;
  collect(): void;
}

const megabyte = 2 ** 20;
/** Garbage, in bytes, that is never worth a collection: while requests arrive, and when there are none. */
const worthwhile = { busy: 40 * megabyte, idle: 16 * megabyte };

/**
 * Keeps the heap of a long-lived thread small. Left to itself, V8 lets a heap grow to several times what is in use: the
 * compiler of a notebook, which needs 90 MB, would take 400 MB after a thousand cells.
 */
export class HeapTidying {
  #inUse: number;

  constructor(readonly heap: Heap = threadHeap()) {
    this.#inUse = heap.used();
  }

  /** Collects if the garbage since the last time may be more than half of what was in use then. */
  afterRequest(): void {
    this.#collectAbove(Math.max(worthwhile.busy, this.#inUse / 2));
  }

  /** Collects if that frees a noticeable amount. */
  whenIdle(): void {
    this.#collectAbove(worthwhile.idle);
  }

  #collectAbove(garbage: number): void {
    if (this.heap.used() < this.#inUse + garbage) return;
    this.heap.collect();
    this.#inUse = this.heap.used();
  }
}

/** The heap of this thread. Collecting takes about 80 ms for 90 MB in use. */
export function threadHeap(): Heap {
  let collect: (() => void) | undefined;
  return {
    used: () => v8.getHeapStatistics().used_heap_size,
    collect: () => (collect ??= collector())(),
  };
}

/** V8's `gc`, which only contexts made under a flag have; those of users are made without. */
function collector(): () => void {
  return underFlag("expose-gc", () => vm.runInNewContext("globalThis.gc") as () => void) ?? (() => {});
}
