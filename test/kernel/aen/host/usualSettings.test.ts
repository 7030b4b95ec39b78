import assert from "node:assert/strict";
import { usualSettings } from "../../../../kernel/aen/host/usualSettings.js";
import { concurrentRuns } from "../../../../kernel/aen/ablation/concurrentRuns.js";
import { configurationOf } from "../../../../kernel/aen/model/presets.js";
import { planTraining } from "../../../../kernel/aen/training/trainOptions.js";

describe("what a user sets for all notebooks", () => {
  const names = ["AEN_THREADS", "AEN_MEMORY_GIB", "AEN_CHECKPOINT_SECONDS", "AEN_CLIPS_WITH_FRAMES"];
  afterEach(() => names.forEach((name) => delete process.env[name]));

  it("is nothing unless it is set", () => {
    const { threads, memory, checkpointSeconds, clipsWithFrames } = usualSettings({ AEN_THREADS: "" });
    assert.deepEqual(
      [threads, memory, checkpointSeconds, clipsWithFrames],
      [undefined, undefined, undefined, undefined],
    );
  });

  it("is taken by trainings and studies, unless the cell says otherwise", () => {
    Object.assign(process.env, { AEN_THREADS: "3", AEN_MEMORY_GIB: "2", AEN_CHECKPOINT_SECONDS: "60" });
    const configuration = configurationOf("tiny");
    const plan = planTraining(configuration, {});
    assert.deepEqual([plan.threads, plan.checkpointSeconds], [3, 60]);
    assert.equal(planTraining(configuration, { threads: 1 }).threads, 1);
    const study = { arms: [{ configuration }], bottomUp: "frozen" } as never;
    // 2 GiB hold five runs of 400 MB, as far as there are processors
    assert.ok(concurrentRuns(study, {}) <= 5);
    assert.equal(concurrentRuns(study, { memory: 0 }), 0);
    process.env.AEN_MEMORY_GIB = "0.1";
    assert.equal(concurrentRuns(study, {}), 0);
  });

  it("names what is no number of its kind", () => {
    assert.throws(
      () => usualSettings({ AEN_THREADS: "1.5" }),
      /AEN_THREADS is "1\.5"\. Expected a whole number of 1/,
    );
    assert.throws(() => usualSettings({ AEN_MEMORY_GIB: "much" }), /AEN_MEMORY_GIB is "much"/);
    assert.throws(() => usualSettings({ AEN_CLIPS_WITH_FRAMES: "-1" }), /AEN_CLIPS_WITH_FRAMES/);
  });
});
