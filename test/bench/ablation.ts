import * as aen from "../../kernel/aen/index.js";

const repeats = 5;

/**
 * Rows: the plan of notebooks/ablation.ipynb (6 arms x 5 seeds) as one study against the same runs one after the
 * other, each from its own pretraining with nothing shared (three of them are timed, the time is multiplied); a
 * what-if change, median of some.
 */
export async function bench(): Promise<void> {
  const preset = (process.env.AEN_BENCH_PRESET ?? "small") as "small" | "tiny";
  const size = preset === "tiny" ? 32 : 64;
  const stills = await aen.clips.synthetic({
    perEmotion: 16,
    deviating: 0,
    frames: 12,
    identities: 16,
    size,
    seed: 99,
  });
  const clips = await aen.clips.synthetic({
    perEmotion: 20,
    deviating: 0.7,
    frames: 16,
    identities: 20,
    size,
    seed: 7,
  });
  const data = clips.split({ by: "identity", test: 0.6, seed: 7 });
  const training = { epochs: 20, learningRate: 2e-3, pretraining: { stills, epochs: 8, framesPerClip: 4 } };
  const base = { model: preset, training };
  const arms = [
    ...aen.arms.withoutEach("sentiment", "emotion at clip", "semantic transfer", "energy"),
    aen.arm("no frame-level terms", { without: ["semantic transfer", "energy"] }),
  ];
  const alone: number[] = [];
  for (const seed of [1, 2, 3]) {
    alone.push(await seconds(() => aen.ablate(base, { arms: [], seeds: [seed], data, record: false })));
  }
  const together = await seconds(() => aen.ablate(base, { arms, seeds: 5, data, record: false }));
  const apart = 30 * median(alone);
  row({ row: "6 arms x 5 seeds", preset, together, apart, ratio: together / apart, target: 0.3 });
  await benchWhatIf(preset, data, training.pretraining);
}

async function benchWhatIf(
  preset: "small" | "tiny",
  { train, test }: aen.TrainAndTest,
  pretraining: aen.PretrainingOptions,
): Promise<void> {
  const run = await aen.train(aen.model(preset), train, { epochs: 2, pretraining, record: false });
  const whatIf = await aen.whatIf(run, test);
  await whatIf.at({ "energy of emotion": 0 });
  const changes: number[] = [];
  for (let change = 1; change <= repeats; change++) {
    changes.push(await seconds(() => whatIf.at({ "energy of emotion": change / 10 })));
  }
  row({ row: "what-if change", preset, seconds: median(changes), target: 3 });
}

async function seconds(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(values: object): void {
  console.log(JSON.stringify({ bench: "ablation", ...values }));
}
