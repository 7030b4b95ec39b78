import assert from "node:assert/strict";
import { model as newModel } from "../../../../kernel/aen/model/model.js";
import { Run } from "../../../../kernel/aen/training/run.js";
import { RunInProgress } from "../../../../kernel/aen/training/runInProgress.js";
import { StepGate } from "../../../../kernel/aen/training/stepGate.js";
import { planTraining } from "../../../../kernel/aen/training/trainOptions.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the handle of a run", () => {
  const model = newModel(smallestModel);
  const newRun = () =>
    new Run("r", model, model, patternClips(1), planTraining(model.configuration, {}), null, new StepGate());
  after(() => model.dispose());

  it("gives the events of the run from its first on, and the run when it has ended", async () => {
    const run = newRun();
    const training = new RunInProgress(run, async () => {
      run.emit({ type: "paused" });
      await new Promise<void>((resolve) => setImmediate(resolve));
      run.emit({ type: "end", state: "finished", bestEpoch: null });
      return run;
    });
    assert.equal(await training, run);
    const types: string[] = [];
    for await (const { type } of training) types.push(type);
    assert.deepEqual(types, ["paused", "end"]);
  });

  it("hands commands to the run, and what fails to who waits for it", async () => {
    const run = newRun();
    const training = new RunInProgress(run, async () => {
      await run.gate.pass();
      return run;
    });
    training.pause();
    assert.equal(run.state, "paused");
    training.resume();
    assert.equal(run.state, "running");
    training.stop();
    await assert.rejects(training.finished, { name: "StoppedError" });
  });
});
