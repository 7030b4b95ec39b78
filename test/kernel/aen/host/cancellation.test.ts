import assert from "node:assert/strict";
import { beginWork, setOwnerLookup, workUntil } from "../../../../kernel/aen/host/cancellation.js";

describe("work that takes long", () => {
  let controller: AbortController;
  let carriedOut: number;

  beforeEach(() => {
    controller = new AbortController();
    carriedOut = 0;
    const { signal } = controller;
    const carryOut = <T>(work: () => T): T => (carriedOut++, work());
    setOwnerLookup(() => ({ signal, carryOut }));
  });
  afterEach(() => setOwnerLookup(undefined));

  it("is stopped when its caller wants it no longer, and still gives what it ends with", async () => {
    let end: ((value: string) => void) | undefined;
    const done = beginWork(
      () => new Promise<string>((resolve) => (end = resolve)),
      () => end?.("in order"),
    );
    controller.abort();
    assert.equal(await done, "in order");
    assert.equal(carriedOut, 1);
  });

  it("is not stopped after it has ended", async () => {
    let stops = 0;
    await beginWork(
      async () => {},
      () => stops++,
    );
    await null;
    controller.abort();
    assert.equal(stops, 0);
  });

  it("ends by the signal that was given and by its caller's", async () => {
    const given = new AbortController();
    const own = await workUntil(given.signal, async (signal) => signal);
    const theirs = await workUntil(given.signal, async (signal) => signal);
    given.abort(new Error("given"));
    assert.equal((own?.reason as Error).message, "given");
    controller.abort();
    assert.equal(theirs?.aborted, true);
    assert.equal((await workUntil(undefined, async (signal) => signal))?.aborted, true);
  });

  it("has only its own signal where there is no caller", async () => {
    setOwnerLookup(undefined);
    assert.equal(await workUntil(undefined, async (signal) => signal), undefined);
    const { signal } = controller;
    assert.equal(await workUntil(signal, async (passed) => passed), signal);
  });
});
