import { mock } from "node:test";
import { setImmediate as turn } from "node:timers/promises";

/** Does something in a time that runs ahead, as it would otherwise wait for notifications to close. */
export async function lettingTimePass<T>(work: () => Promise<T>): Promise<T> {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    let isSettled = false;
    const settle = () => void (isSettled = true);
    const result = work();
    void result.then(settle, settle);
    while (!isSettled) {
      mock.timers.tick(100);
      await turn();
    }
    return await result;
  } finally {
    mock.timers.reset();
  }
}
