import assert from "node:assert/strict";
import { decidesPseudoLabel } from "../../../../kernel/aen/model/parameterList.js";
import { model as newModel } from "../../../../kernel/aen/model/model.js";
import { runPhase, type StepFeed } from "../../../../kernel/aen/training/phaseLoop.js";
import { startOf } from "../../../../kernel/aen/training/loopState.js";
import { pretrainingPhase } from "../../../../kernel/aen/training/pretrainingPhase.js";
import { planTraining, type PretrainingOptions } from "../../../../kernel/aen/training/trainOptions.js";
import type { EpochEvent } from "../../../../kernel/contracts/runs/trainingEvents.js";
import type { ArrayValue } from "../../../../kernel/engine/contract.js";
import { withSights } from "./facelessClips.js";
import { patternClips, smallestModel } from "./patternClips.js";

describe("the pretraining of the bottom-up branch", () => {
  const clips = patternClips(2);
  const model = newModel(smallestModel);
  after(() => model.dispose());

  function phaseOf(options: PretrainingOptions) {
    const plan = planTraining(model.configuration, { device: "cpu", pretraining: options });
    return pretrainingPhase(model, clips, plan, plan.pretraining!);
  }

  async function stepsOf(options: PretrainingOptions, epoch = 0, from = 0) {
    const { feeds, step, optimizer, stepsPerEpoch } = phaseOf(options);
    const steps: StepFeed[] = [];
    for await (const feed of feeds(epoch, from)) steps.push(feed);
    await step.dispose();
    optimizer.dispose();
    return { steps, stepsPerEpoch };
  }

  /** The label of each row. */
  function labelsOf({ inputs }: StepFeed): number[] {
    const { data, shape } = inputs.labels as ArrayValue;
    return Array.from({ length: shape[0] }, (_, row) => data.subarray(7 * row, 7 * row + 7).indexOf(1));
  }

  /** The emotion that a frame of the pattern shows: its bright column is 2 x label + 1. */
  function shown({ inputs }: StepFeed): number[] {
    const { data, shape } = inputs.frames as ArrayValue;
    return Array.from({ length: shape[0] }, (_, frame) => {
      const columns = new Array<number>(16).fill(0);
      for (let i = 0; i < 768; i += 1) columns[Math.floor(i / 3) % 16] += data[768 * frame + i];
      return (columns.indexOf(Math.max(...columns)) - 1) / 2;
    });
  }

  it("feeds single frames, as many of a clip as asked for, each with the label of its clip", async () => {
    const options = { batch: 9, framesPerClip: 2, augment: false } as const;
    const { steps, stepsPerEpoch } = await stepsOf(options);
    // 9 / 2 rounds to 5 clips; 14 clips are two whole batches of 5
    assert.deepEqual([stepsPerEpoch, steps.map(({ count }) => count)], [2, [10, 10]]);
    assert.deepEqual((steps[0].inputs.frames as ArrayValue).shape, [10, 16, 16, 3]);
    for (const step of steps) assert.deepEqual(shown(step), labelsOf(step));
    assert.deepEqual((await stepsOf(options, 0, 1)).steps, steps.slice(1), "from the second step on");
  });

  it("takes no frame without a face, and only clips that show one", async () => {
    const sights = (clip: number) =>
      clip === 3
        ? (["none", "none", "none", "none"] as const)
        : (["none", "seen", "none", "bridged"] as const);
    const stills = withSights(clips, sights);
    const { steps } = await stepsOf({ stills, batch: 13, framesPerClip: 1, augment: false });
    assert.equal(steps[0].count, 13, "one clip shows no face in any frame");
    const { data } = steps[0].inputs.frames as ArrayValue;
    for (let frame = 0; frame < 13; frame += 1)
      assert.ok(
        data.subarray(768 * frame, 768 * (frame + 1)).some((value) => value > 0),
        "not black",
      );
    for (const step of steps) assert.deepEqual(shown(step), labelsOf(step));
  });

  it("feeds the very same where every frame shows a face, marked or not", async () => {
    const stills = withSights(clips, () => ["seen", "covered", "bridged", "seen"]);
    const options = { batch: 9, framesPerClip: 2 } as const;
    assert.deepEqual((await stepsOf({ ...options, stills })).steps, (await stepsOf(options)).steps);
  });

  it("changes its learning rate by a schedule of its own, or as on clips", async () => {
    const own = { kind: "step", every: 20, factor: 0.1 } as const;
    for (const [options, expected] of [
      [{ schedule: own }, own],
      [{}, planTraining(model.configuration, {}).schedule],
    ] as const) {
      const { schedule, step, optimizer } = phaseOf(options);
      await step.dispose();
      optimizer.dispose();
      assert.deepEqual(schedule, expected);
    }
  });

  it("takes stills where they are given, and a clip at least per step", async () => {
    const stills = patternClips(1, "stills");
    const { stepsPerEpoch, steps } = await stepsOf({ stills, batch: 1, framesPerClip: 4, augment: false });
    assert.deepEqual([stepsPerEpoch, steps.length, steps[0].count], [7, 7, 4]);
    assert.equal((await stepsOf({ stills, batch: 64, framesPerClip: 1 })).stepsPerEpoch, 1);
  });

  it("learns what decides a pseudo label, and nothing else", async () => {
    const before = model.weights();
    const work = phaseOf({ epochs: 30, batch: 14, framesPerClip: 1, learningRate: 0.01, augment: false });
    assert.ok([...work.optimizer.variables.keys()].every(decidesPseudoLabel), "no slots for other weights");
    const epochs: EpochEvent[] = [];
    await runPhase(work, startOf("pretraining"), {
      emit: (event) => event.type === "epoch" && epochs.push(event),
      beforeStep: async () => {},
      afterStep: async () => {},
    });
    await work.step.sync();
    await work.step.dispose();
    work.optimizer.dispose();
    for (const [name, { data }] of model.weights()) {
      if (!decidesPseudoLabel(name)) assert.deepEqual(data, before.get(name)!.data, name);
    }
    assert.notDeepEqual(model.weights().get("head.frame.weight"), before.get("head.frame.weight"));
    // a guess among seven costs ln 7 = 1.95
    assert.ok(epochs[0].loss > 1.2 && epochs[0].loss < 3, `${epochs[0].loss}`);
    assert.ok(epochs.at(-1)!.loss < 0.8 * epochs[0].loss, `${epochs[0].loss} to ${epochs.at(-1)!.loss}`);
    assert.deepEqual(epochs[0].terms, { "emotion of frame": epochs[0].loss });
  });
});
