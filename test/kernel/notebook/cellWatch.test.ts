import assert from "node:assert/strict";
import { type CellLimits, CellWatch } from "../../../kernel/notebook/cellWatch.js";
import { until } from "../../until.js";

describe("the watch over a cell", () => {
  let stops: number;
  const watch = (limits: CellLimits, runStarted = performance.now()) =>
    new CellWatch(() => void stops++, limits, runStarted);
  beforeEach(() => (stops = 0));

  it("stops nothing without a limit, or after the cell's end", async () => {
    const signal = new AbortController();
    const watches = [watch({}), watch({ timeout: 0.01, totalTimeout: 0.01, signal: signal.signal })];
    watches.forEach((each) => each.end());
    signal.abort();
    const later = watch({ timeout: 0.02 });
    await until("one with a longer limit stops", () => later.stop);
    later.end();
    assert.deepEqual([stops, ...watches.map(({ stop }) => stop)], [1, undefined, undefined]);
  });

  it("tells the first cause alone", async () => {
    const aborted = new AbortController();
    aborted.abort();
    const causes: [CellLimits, number, RegExp][] = [
      [{ timeout: 0.01, totalTimeout: 9 }, 0, /^timeout was stopped: it took longer than 0.01 s$/],
      [{ timeout: 9, totalTimeout: 5 }, 6000, /^timeout was stopped: the whole run took longer than 5 s$/],
      [{ timeout: 0.01, signal: aborted.signal }, 0, /^interrupted was stopped by the user$/],
    ];
    for (const [limits, ago, expected] of causes) {
      const over = watch(limits, performance.now() - ago);
      await until("it stops", () => over.stop);
      over.end();
      assert.match(`${over.stop?.status} ${over.stop?.reason}`, expected);
    }
    assert.equal(stops, causes.length);
  });

  it("stops again a cell that goes on, and then gives it up", async () => {
    const deaf = watch({ timeout: 0.01, patience: 1.1 });
    await deaf.isDeaf;
    deaf.end();
    assert.equal(stops, 2);
  });
});
