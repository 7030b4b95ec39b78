/** A timer of Node, with the mark of one that will not fire again. */
interface Timer {
  ref(): unknown;
  unref(): unknown;
  readonly _destroyed?: boolean;
}

const unreferenced = new Set<Timer | Promise<unknown>>();

/** Whether a timer that does not keep the process alive is still to fire. */
export function hasUnreferencedTimers(): boolean {
  for (const timer of unreferenced) if ("_destroyed" in timer && timer._destroyed) unreferenced.delete(timer);
  return unreferenced.size > 0;
}

/** Remembers a timer while it is unreferenced: Node tells of the referenced ones alone. */
export function followReference<T extends object>(timer: T): T {
  const { ref, unref } = timer as unknown as Timer;
  const own = (method: () => unknown, body: () => void) => ({
    value(this: Timer) {
      body();
      method.call(this);
      return this;
    },
    configurable: true,
    writable: true,
  });
  return Object.defineProperties(timer, {
    ref: own(ref, () => void unreferenced.delete(timer as unknown as Timer)),
    unref: own(unref, () => void unreferenced.add(timer as unknown as Timer)),
  });
}

/** Remembers an unreferenced timer that is a promise, until it settles. */
export function followPromise<T>(timer: T): T {
  if (!(timer instanceof Promise)) return timer;
  unreferenced.add(timer);
  const forget = () => void unreferenced.delete(timer);
  timer.then(forget, forget);
  return timer;
}
