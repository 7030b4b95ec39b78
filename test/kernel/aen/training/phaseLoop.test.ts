import assert from "node:assert/strict";
import { startOf, type LoopState } from "../../../../kernel/aen/training/loopState.js";
import { Optimizer } from "../../../../kernel/aen/training/optimizer.js";
import { runPhase, type PhaseListener, type PhaseWork } from "../../../../kernel/aen/training/phaseLoop.js";
import { StoppedError } from "../../../../kernel/aen/training/stepGate.js";
import type {
  TrainingEventBody,
  ValidationScores,
} from "../../../../kernel/contracts/runs/trainingEvents.js";
import type { CompiledStep, StepInput } from "../../../../kernel/engine/contract.js";

const scalar = (value: number) => ({ data: Float32Array.of(value), shape: [], dtype: "float32" }) as const;

/** Two epochs of three steps, whose loss is the number of the feed: 0, 1, 2, then 10, 11, 12; "double" is twice that. */
function phase(changes: Partial<PhaseWork> = {}, lossOf = (feed: number) => feed) {
  const inputs: Record<string, StepInput>[] = [];
  let syncs = 0;
  const step: CompiledStep = {
    device: "cpu",
    async run(given) {
      inputs.push({ ...given });
      const loss = lossOf(given.feed as number);
      return { loss: scalar(loss), "term/double": scalar(2 * loss), other: scalar(0) };
    },
    sync: async () => void syncs++,
    dispose: async () => {},
  };
  const work: PhaseWork = {
    ...{ epochs: 2, stepsPerEpoch: 3, learningRate: 0.4, schedule: { kind: "cosine" }, step },
    optimizer: new Optimizer({ kind: "adam" }, new Map()),
    async *feeds(epoch, from) {
      for (let place = from; place < 3; place += 1) yield { inputs: { feed: 10 * epoch + place }, count: 8 };
    },
    ...changes,
  };
  return { work, inputs, syncs: () => syncs };
}

function listening(changes: Partial<PhaseListener> = {}) {
  const events: TrainingEventBody[] = [];
  const states: LoopState[] = [];
  const listener: PhaseListener = {
    emit: (event) => events.push(event),
    beforeStep: async () => {},
    afterStep: async (state) => void states.push(structuredClone(state)),
    ...changes,
  };
  const of = <Type extends TrainingEventBody["type"]>(type: Type) =>
    events.filter((event): event is Extract<TrainingEventBody, { type: Type }> => event.type === type);
  return { events, states, listener, of };
}

describe("the loop over a phase", () => {
  it("says what follows it, at its own speed, once that is known", async () => {
    const { listener, of } = listening();
    await runPhase(phase({ framesAfter: 100 }).work, startOf("pretraining"), listener);
    const [first, ...later] = of("step");
    assert.ok(!("secondsAfter" in first));
    for (const { secondsAfter, clipsPerSecond } of later)
      if (clipsPerSecond > 0) assert.equal(secondsAfter, 100 / clipsPerSecond);
    assert.ok(later.some(({ secondsAfter }) => secondsAfter! > 0));
  });

  it("tells of the phase, of the device after its first step, of each step, and of each epoch with its means", async () => {
    const { events, listener, of } = listening();
    assert.equal(await runPhase(phase().work, startOf("training"), listener), false);
    const types = events.map(({ type }) => type).join(" ");
    assert.equal(types, "phase step device step step epoch step step step epoch");
    assert.deepEqual(
      of("step").map(({ epoch, step, steps, loss, terms }) => [epoch, step, steps, loss, terms.double]),
      [0, 1, 2, 10, 11, 12].map((loss, i) => [i < 3 ? 1 : 2, (i % 3) + 1, 3, loss, 2 * loss]),
    );
    assert.deepEqual(
      of("epoch").map(({ epoch, loss, terms, best }) => [epoch, loss, terms, best]),
      [
        [1, 1, { double: 2 }, false],
        [2, 11, { double: 22 }, false],
      ],
    );
  });

  it("gives each step the rate of its moment and the corrections of its number", async () => {
    const { work, inputs } = phase();
    await runPhase(work, startOf("training"), listening().listener);
    // half a cosine over six steps, from 0.4: the fourth begins in the middle
    for (const [step, rate] of [
      [0, 0.4],
      [2, 0.3],
      [3, 0.2],
      [4, 0.1],
    ]) {
      assert.ok(Math.abs((inputs[step].learningRate as number) - rate) < 1e-9);
    }
    assert.deepEqual(
      inputs.map(({ firstCorrection }) => firstCorrection),
      [1, 2, 3, 4, 5, 6].map((step) => 1 / (1 - 0.9 ** step)),
    );
  });

  it("goes on from any state to the same events, the means of a half epoch included", async () => {
    const whole = listening();
    await runPhase(phase().work, startOf("training"), whole.listener);
    for (const [index, state] of whole.states.entries()) {
      const rest = listening();
      const { work, inputs } = phase();
      await runPhase(work, structuredClone(state), rest.listener);
      assert.equal(inputs.length, 6 - state.updates);
      const figures = ({ of }: typeof whole) =>
        of("epoch").map(({ epoch, loss, terms }) => [epoch, loss, terms]);
      assert.deepEqual(figures(rest), figures(whole).slice(state.epoch), `from state ${index}`);
      assert.deepEqual(rest.states, whole.states.slice(index + 1));
    }
  });

  it("marks an epoch as the best only when its UAR is higher than all before, and validates on fresh weights", async () => {
    const uars = [0.3, 0.3, 0.2, 0.4];
    const syncsAt: number[] = [];
    const validate = async (): Promise<ValidationScores> => {
      syncsAt.push(made.syncs());
      return { uar: uars[syncsAt.length - 1], war: 0, sentimentUar: 0, sentimentWar: 0 };
    };
    const made = phase({ epochs: 4, validate });
    const { of, states, listener } = listening();
    await runPhase(made.work, startOf("training"), listener);
    assert.deepEqual(
      of("epoch").map(({ best, validation }) => [best, validation?.uar]),
      [
        [true, 0.3],
        [false, 0.3],
        [false, 0.2],
        [true, 0.4],
      ],
    );
    assert.deepEqual(syncsAt, [1, 2, 3, 4]);
    assert.deepEqual(states.at(-1)!.best, { epoch: 4, uar: 0.4 });
  });

  it("ends early when the listener says so before an epoch", async () => {
    const { of, listener } = listening({ endsEarly: ({ epoch }) => epoch === 1 });
    assert.equal(await runPhase(phase().work, startOf("training"), listener), true);
    assert.equal(of("step").length, 3);
  });

  it("hands the state of its last step to the listener when it is stopped, not when it fails", async () => {
    for (const [error, kept] of [
      [new StoppedError(), [4]],
      [new Error("out of memory"), []],
    ] as const) {
      const updates: number[] = [];
      let steps = 0;
      const { listener } = listening({
        beforeStep: async () => {
          if (steps++ === 4) throw error;
        },
        stopped: async (state) => void updates.push(state.updates),
      });
      await assert.rejects(runPhase(phase().work, startOf("training"), listener), error);
      assert.deepEqual(updates, kept);
    }
  });

  it("fails at a loss that is no number, with the term, the place and the rate, before it counts the step", async () => {
    const { work } = phase({ schedule: { kind: "constant" } }, (feed) => (feed === 11 ? Infinity : feed));
    const state = startOf("training");
    await assert.rejects(runPhase(work, state, listening().listener), {
      name: "DivergedError",
      message:
        /^The loss \("double"\) is not finite in epoch 2, step 2, at a learning rate of 0\.4\. A smaller/,
    });
    assert.deepEqual([state.updates, state.lossSum], [4, 10]);
  });
});
