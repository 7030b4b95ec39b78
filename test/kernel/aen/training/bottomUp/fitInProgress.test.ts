import assert from "node:assert/strict";
import { fit } from "../../../../../kernel/aen/training/bottomUp/fit.js";
import { smallestModel } from "../patternClips.js";
import { patternStills } from "./stillsOfPattern.js";

describe("a fit in progress", () => {
  it("is paused, resumed and awaited like a training, and fails as it fails", async () => {
    const options = { model: smallestModel, epochs: 2, device: "cpu", record: false } as const;
    const training = fit(patternStills(1), options);
    training.pause();
    assert.equal(training.run.state, "paused");
    training.resume();
    const branch = await training;
    assert.deepEqual([branch.run === training.run, branch.state], [true, "finished"]);
    await branch.dispose();
    const gone = AbortSignal.abort(new Error("no longer wanted"));
    await assert.rejects(
      Promise.resolve(fit(patternStills(1), { ...options, signal: gone })),
      /no longer wanted/,
    );
  });
});
