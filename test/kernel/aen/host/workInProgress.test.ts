import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { setOwnerLookup } from "../../../../kernel/aen/host/cancellation.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

/** Work that notes its commands and ends when it is stopped. */
function stoppable() {
  const commands: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work: aen.Steerable = {
    pause: () => void commands.push("pause"),
    resume: () => void commands.push("resume"),
    stop: () => (commands.push("stop"), end()),
    [displayMethod]: () => ({ "text/plain": `${commands.length} commands` }),
  };
  return { work, commands, ended };
}

describe("work in progress", () => {
  it("passes commands on, shows its work, and gives its result to whoever awaits it", async () => {
    const { work, commands, ended } = stoppable();
    const handle = new aen.WorkInProgress(work, () => ended.then(() => "done"));
    handle.pause();
    handle.resume();
    assert.deepEqual(await handle[displayMethod](), { "text/plain": "2 commands" });
    handle.stop();
    assert.equal(await handle, "done");
    assert.equal(await handle.then((result) => `${result}!`), "done!");
    assert.equal(await handle.catch(() => "never"), "done");
    let told = false;
    assert.equal(await handle.finally(() => (told = true)), "done");
    assert.ok(told);
    assert.deepEqual(commands, ["pause", "resume", "stop"]);
  });

  it("rejects with what the work failed with, be it thrown before or in a promise", async () => {
    const fail = () => {
      throw new Error("broken");
    };
    for (const carryOut of [fail, async () => fail()]) {
      const handle = new aen.WorkInProgress(stoppable().work, carryOut);
      assert.equal(await handle.catch((error: unknown) => (error as Error).message), "broken");
      await assert.rejects(async () => handle, /broken/);
      await assert.rejects(handle.finally(), /broken/);
    }
  });

  it("is stopped with the cell that started it", async () => {
    const { work, commands, ended } = stoppable();
    const { signal, abort } = abortable();
    setOwnerLookup(() => ({ signal, carryOut: (begin) => begin() }));
    try {
      const handle = new aen.WorkInProgress(work, () => ended);
      abort();
      await handle;
      assert.deepEqual(commands, ["stop"]);
    } finally {
      setOwnerLookup(undefined);
    }
  });
});

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

describe("a run, a study and a cross-validation", () => {
  const clips = patternClips(4);
  const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
  const settings = { device: "cpu", batch: 7, epochs: 500, pretraining: false, record: false } as const;
  const model = aen.model(smallestModel);
  after(() => model.dispose());
  const sisters: Record<string, () => aen.WorkInProgress<{ readonly state: string }>> = {
    "a run": () => aen.train(model, clips, settings),
    "a study": () =>
      aen.ablate(
        { model: smallestModel, training: { ...settings, epochs: 1 } },
        { data, arms: aen.arms.withoutEach("energy"), seeds: 30, record: false },
      ),
    "a cross-validation": () => aen.trainFolds(model, clips, { ...settings, folds: 2 }),
  };
  for (const [name, start] of Object.entries(sisters)) {
    it(`is awaited, stopped and shown in one way: ${name}`, async function () {
      this.timeout(60_000);
      const handle = start();
      assert.ok(handle instanceof aen.WorkInProgress);
      assert.ok("text/plain" in (await handle[displayMethod]()));
      handle.stop();
      const settled = await Promise.all([handle, handle.catch(() => null), handle.finally()]);
      assert.deepEqual(
        settled.map((result) => result?.state),
        ["stopped", "stopped", "stopped"],
      );
      assert.ok("text/plain" in (await handle[displayMethod]()));
    });
  }
});
