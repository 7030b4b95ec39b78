import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";

describe("an ablation from a bottom-up branch that is given", function () {
  this.timeout(300_000);
  const base = { model: "tiny", training: { epochs: 1 } } as const;
  const arms = aen.arms.withoutEach("energy");
  let data: aen.TrainAndTest;
  let run: aen.Run;

  before(async () => {
    const clips = await aen.clips.synthetic({ perEmotion: 4, frames: 8, size: 32, seed: 3 });
    data = clips.split({ by: "identity", test: 0.5, seed: 1 });
    run = await aen.train(aen.model("tiny"), data.train, {
      epochs: 0,
      pretraining: { epochs: 1 },
      record: false,
    });
  });
  after(() => run.dispose());

  it("sees the clips with that branch, once for all seeds, and lets seeds differ in the rest", async () => {
    const options = { data, arms, seeds: 2, bottomUp: run, record: false } as const;
    const prepared: string[] = [];
    const handle = aen.ablate(base, options);
    handle.study.onChange(({ preparing }) => prepared.push(preparing));
    const study = await handle;
    assert.equal(study.summary.progress.finished, 4);
    assert.deepEqual(
      [...new Set(prepared.filter((what) => what !== ""))],
      ["features, the given bottom-up branch"],
    );
    const ofRuns = study.summary.arms[0].curves.map(({ loss }) => loss[0]);
    assert.notEqual(ofRuns[0], ofRuns[1]);
  });

  it("is another study than one from other weights", async () => {
    const plan = (bottomUp: aen.Run | aen.Model) =>
      aen.ablation({ base, data, arms, seeds: 1, bottomUp }).plan.id;
    const other = await aen.train(run.model, data.train, { epochs: 1, batch: 7, record: false });
    assert.equal(plan(run), plan(run.model));
    assert.notEqual(plan(run), plan(other));
    await other.dispose();
  });

  it("refuses a network that was never trained, and arms with another bottom-up branch", () => {
    const untrained = aen.model("tiny");
    assert.throws(
      () => aen.ablation({ base, data, arms, bottomUp: untrained }),
      /has no frozen frame model, so it was never trained; train it/,
    );
    const wider = aen.arm("wider", { model: { stageWidths: [8, 16, 32, 128] } });
    assert.throws(
      () => aen.ablation({ base, data, arms: [wider], bottomUp: run }),
      /The arm "wider" cannot start from the network given as \{ bottomUp \}: its stageWidths is \[8,16,32,128\], the network's is/,
    );
    untrained.dispose();
  });
});
