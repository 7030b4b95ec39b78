import assert from "node:assert/strict";
import { AskedStops } from "../../../kernel/session/askedStops.js";
import { Interrupter } from "../../../kernel/session/interrupter.js";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";

describe("stops that another thread has asked for", () => {
  let session: NotebookSession | undefined;
  // Also where a test was out of time: an open session has the console that the tests after it look at.
  after(() => session?.close());

  it("wait until somebody takes them, all at once", () => {
    const state = newSharedState();
    const stops = new AskedStops(state);
    assert.deepEqual([stops.areWaiting, stops.take()], [false, false]);
    const interrupter = new Interrupter(state, () => (state[sharedState.acknowledged] += 2));
    interrupter.interrupt();
    interrupter.interrupt();
    assert.deepEqual(
      [stops.areWaiting, stops.take(), stops.take(), stops.areWaiting],
      [true, true, false, false],
    );
  });

  it("are found by a cell that awaits without end, before any message, and end no other cell", async () => {
    const stops = new AskedStops(newSharedState());
    const started = await NotebookSession.start({ cwd: process.cwd(), preload: false, stops });
    session = started;
    const run = (code: string) => started.execute(code, { onOutput: () => {} });
    await run(
      "const background = (async () => { for (;;) await new Promise((next) => setTimeout(next, 5)); })();",
    );
    (globalThis as { askForStop?: unknown }).askForStop = () => stops.ask();
    const { status } = await run("for (let n = 0; ; n++) { await null; if (n === 1000) askForStop(); }");
    assert.equal(status, "error");
    // The message of the stop comes now, and finds it done: what earlier cells left running goes on.
    started.interrupt();
    let value: unknown;
    await started.execute("await Promise.race([background, 'goes on'])", {
      onOutput: (output) => (value = "data" in output ? output.data["text/plain"] : value),
    });
    assert.equal(value, "'goes on'");
    delete (globalThis as { askForStop?: unknown }).askForStop;
  });
});
