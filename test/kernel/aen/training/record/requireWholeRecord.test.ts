import assert from "node:assert/strict";
import { model as newModel } from "../../../../../kernel/aen/model/model.js";
import { requireWholeRecord } from "../../../../../kernel/aen/training/record/requireWholeRecord.js";
import type { RunDescription } from "../../../../../kernel/aen/training/record/runDescription.js";
import { describeRun } from "../../../../../kernel/aen/training/record/runDescription.js";
import { planTraining } from "../../../../../kernel/aen/training/trainOptions.js";
import { patternClips, smallestModel } from "../patternClips.js";

describe("the record of a run that is to go on", () => {
  const initialModel = newModel(smallestModel);
  after(() => initialModel.dispose());
  const plan = planTraining(initialModel.configuration, {});
  const described = describeRun(
    { id: "r", started: new Date(), initialModel, clips: patternClips(1), plan },
    null,
  );
  const whole = JSON.parse(JSON.stringify(described)) as RunDescription;

  it("is whole as a run writes it, also as earlier versions did", () => {
    requireWholeRecord("x", whole);
    const { threads: _threads, ...then } = whole.plan;
    requireWholeRecord("x", { ...whole, plan: then as never, data: { ...whole.data, stills: undefined } });
  });

  it("is refused by file and part where something is missing", () => {
    for (const part of ["model", "plan", "loss", "data", "versions"]) {
      const { [part as "plan"]: _left, ...rest } = whole;
      assert.throws(
        () => requireWholeRecord("x", rest as RunDescription),
        new RegExp(
          `^RangeError: The record "x.run\\.json" is damaged: it has no "${part}".*Restore the file`,
        ),
      );
    }
  });

  it("is refused where a number or part is impossible", () => {
    const cases: [object, RegExp][] = [
      [
        { plan: { ...whole.plan, epochs: -1 } },
        /"plan\.epochs" must be a whole number of 0 or more, it is -1/,
      ],
      [
        { plan: { ...whole.plan, threads: 0 } },
        /"plan\.threads" must be a whole number of 1 or more, it is 0/,
      ],
      [{ plan: { ...whole.plan, batch: undefined } }, /"plan\.batch" must be .* it is missing/],
      [{ plan: { ...whole.plan, learningRate: 0 } }, /"plan\.learningRate" must be above 0, it is 0/],
      [
        { plan: { ...whole.plan, pretraining: { ...whole.plan.pretraining, epochs: 0.5 } } },
        /"plan\.pretraining\.epochs" must be a whole number of 0 or more, it is 0\.5/,
      ],
      [{ loss: [{}] }, /terms without name and weight/],
      [{ data: { ...whole.data, train: {} } }, /no hash of "data\.train"/],
      [{ model: { ...whole.model, configuration: {} } }, /in "model\.configuration", The size of a frame/],
      [{ model: { ...whole.model, seed: undefined } }, /no "model\.seed"/],
    ];
    for (const [changed, message] of cases)
      assert.throws(() => requireWholeRecord("x", { ...whole, ...changed } as RunDescription), message);
  });
});
