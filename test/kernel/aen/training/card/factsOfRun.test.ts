import assert from "node:assert/strict";
import path from "node:path";
import * as aen from "../../../../../kernel/aen/index.js";
import { type CardedRun, factsOfRun } from "../../../../../kernel/aen/training/card/factsOfRun.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { patternClips, smallestModel } from "../patternClips.js";

describe("the facts of a run on its card", () => {
  const folder = temporaryFolder();
  const clips = patternClips(2);
  const test = patternClips(1, "test");
  const start = aen.model(smallestModel, { seed: 5 });
  let run: aen.Run;

  before(async () => {
    run = await aen.train(start, clips, {
      ...{ device: "cpu", threads: 1, epochs: 2, batch: 7, seed: 9, validate: test, keep: "best" },
      ...{ pretraining: { epochs: 1 }, record: folder },
    });
  });
  after(() => run.dispose());

  it("are its settings, its data and how far it came", () => {
    const facts = factsOfRun(run, null);
    assert.deepEqual(
      [facts.id, facts.state, facts.device, facts.threads, facts.seed, facts.start],
      [run.id, "finished", "cpu", 1, 9, "drawn"],
    );
    assert.deepEqual(
      facts.data.map(({ role, clips, people }) => [role, clips, people]),
      [
        ["Training clips", 14, 2],
        ["Validation clips", 7, 1],
      ],
    );
    assert.deepEqual(
      facts.loss,
      run.plan.loss.map(({ name, weight }) => ({ name, weight })),
    );
    assert.deepEqual(
      facts.phases.map(({ phase, epochs, planned }) => [phase, epochs, planned]),
      [
        ["pretraining", 1, 1],
        ["training", 2, 2],
      ],
    );
    assert.match(facts.kept, /^epoch [12], the best by UAR on the validation clips: .* optimistic$/);
    assert.deepEqual([facts.drawnFaces, facts.shipped], [false, []]);
  });

  it("have the last evaluation, from this session or else from the record", async () => {
    assert.equal(factsOfRun(run, null).evaluation, null);
    assert.match(String(run.card()), /Not evaluated/);
    await run.evaluate(test, { frameOrder: "reversed" });
    const { evaluation } = run.card().run!;
    assert.deepEqual([evaluation?.clips, evaluation?.frameOrder], [7, "reversed"]);
    assert.deepEqual([evaluation?.clipsInTraining, evaluation?.peopleInTraining], [0, 1]);
    const recorded = factsOfRun(run, null).evaluation;
    assert.deepEqual([recorded?.lines, recorded?.peopleInTraining], [evaluation?.lines, null]);
  });

  it("tell given weights from drawn ones, also without a record", () => {
    assert.equal(factsOfRun({ ...plain(run), folder: null }, null).start, "drawn");
    const trained = { ...plain(run), initialModel: run.model, folder: null };
    assert.equal(factsOfRun(trained, null).start, "given");
  });

  it("survive a record that is gone", () => {
    const facts = factsOfRun({ ...plain(run), folder: path.join(folder, "gone") }, null);
    assert.deepEqual([facts.start, facts.evaluation], ["drawn", null]);
  });

  it("count stills among what it learnt from", () => {
    const { plan } = run;
    const stills = patternClips(1, "still");
    const pretraining = { ...plan.pretraining!, stills };
    const facts = factsOfRun({ ...plain(run), plan: { ...plan, pretraining } }, null);
    assert.deepEqual(facts.data.map(({ role }) => role)[1], "Stills of the pretraining");
  });
});

function plain(run: aen.Run): CardedRun {
  const { id, started, state, events, epochs, bestEpoch, plan, initialModel, clips, folder } = run;
  return { id, started, state, events, epochs, bestEpoch, plan, initialModel, clips, folder };
}
