import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { startedRuns, startedStudies } from "../../../../kernel/aen/host/started.js";
import { trainUnannounced } from "../../../../kernel/aen/training/train.js";
import { patternClips, smallestModel } from "../training/patternClips.js";

const settings = { record: false, device: "cpu", epochs: 0, pretraining: { epochs: 0 } } as const;

describe("what starts", () => {
  const forget: (() => void)[] = [];
  afterEach(() => forget.splice(0).forEach((each) => each()));

  it("a training is announced at once, as its handle, to the library's listeners and the host's", async () => {
    const heard: unknown[] = [];
    forget.push(
      aen.onRunStarted((run) => heard.push(run)),
      startedRuns.hear((run) => heard.push(run)),
    );
    const training = aen.train(aen.model(smallestModel), patternClips(1), settings);
    assert.deepEqual([heard.length, heard[0] === training, heard[1] === training], [2, true, true]);
    await (await training).dispose();
  });

  it("a training within something larger is not announced", async () => {
    const heard: unknown[] = [];
    forget.push(aen.onRunStarted((run) => heard.push(run)));
    await (await trainUnannounced(aen.model(smallestModel), patternClips(1), settings)).dispose();
    assert.deepEqual(heard, []);
  });

  it("an ablation is announced at once, as its study, but its trainings are not", async function () {
    this.timeout(120_000);
    const studies: unknown[] = [];
    const runs: unknown[] = [];
    forget.push(aen.onStudyStarted((study) => studies.push(study)));
    forget.push(
      startedStudies.hear((study) => studies.push(study)),
      startedRuns.hear((run) => runs.push(run)),
    );
    const clips = patternClips(4);
    const base = { model: smallestModel, training: { ...settings, epochs: 1 } };
    const data = clips.split({ by: "identity", test: 0.5, seed: 1 });
    const handle = aen.ablate(base, {
      data,
      arms: [aen.arm("again", { training: { batch: 5 } })],
      seeds: 1,
      record: false,
    });
    assert.deepEqual(
      [studies.length, studies[0] === handle.study, studies[1] === handle.study],
      [2, true, true],
    );
    handle.stop();
    await handle;
    assert.deepEqual(runs, []);
  });

  it("a removed listener is not called again", async () => {
    const heard: unknown[] = [];
    aen.onRunStarted((run) => heard.push(run))();
    startedRuns.hear((run) => heard.push(run))();
    await (await aen.train(aen.model(smallestModel), patternClips(1), settings)).dispose();
    assert.deepEqual(heard, []);
  });
});
