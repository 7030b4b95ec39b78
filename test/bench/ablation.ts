import * as aen from "../../kernel/aen/index.js";
import { median, pytorchPeer } from "./engine/peers.js";

const rounds = Number(process.env.ROUNDS ?? 3);
const preset = (process.env.PRESET ?? "small") as "small" | "tiny";
const size = preset === "tiny" ? 32 : 64;
const seeds = 5;

/**
 * Rows: the plan of notebooks/ablation.ipynb (6 arms x 5 seeds, on a bottom-up branch that is given) as one study,
 * - against thirty studies of one run each, which share nothing: each draws and decodes its clips and computes its
 *   features itself (some are timed, their median counts thirty times);
 * - against PyTorch, thirty times the training of one run by the loop of the engine's benchmark (the median of some
 *   steps, times the number of steps; its evaluation is left out);
 * and a what-if change, median of some. The bottom-up branch is untrained: its weights do not change what it costs.
 * ROUNDS, PRESET and ROWS=study,what-if choose.
 */
export async function bench(): Promise<void> {
  const chosen = process.env.ROWS?.split(",") ?? ["study", "what-if"];
  const bottomUp = aen.model(preset, { seed: 1 });
  bottomUp.freezeFrameModel();
  if (chosen.includes("study")) await benchStudy(bottomUp);
  if (chosen.includes("what-if")) await benchWhatIf(bottomUp);
}

const loss = aen.lossTerms({ ...aen.recommendedLoss, transferDivision: "none" });
const epochs = 12;
const base = { model: preset, training: { epochs, loss, learningRate: 3e-3 } };
const arms = [
  ...aen.arms.withoutEach("sentiment", "semantic transfer", "energy"),
  aen.arm("without frame-level terms", { without: ["semantic transfer", "energy"] }),
  aen.arm("energy x 80", { weights: { "energy of sentiment": 56, "energy of emotion": 24 } }),
];

async function benchStudy(bottomUp: aen.Model): Promise<void> {
  const alone: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    alone.push(await seconds(() => study(bottomUp, [], [round])));
  }
  const together = await seconds(() => study(bottomUp, arms, seeds));
  const runs = (arms.length + 1) * seeds;
  const apart = runs * median(alone);
  const plan = `${arms.length + 1} arms x ${seeds} seeds`;
  row({
    row: `${plan}, against runs that share nothing`,
    together,
    apart,
    ratio: together / apart,
    target: 0.3,
  });
  const pytorch = runs * (await pytorchRun(bottomUp));
  row({ row: `${plan}, against PyTorch`, together, pytorch, ratio: together / pytorch, target: 0.2 });
}

async function study(bottomUp: aen.Model, asked: readonly aen.Arm[], seedsAsked: number | number[]) {
  const data = await draw();
  return aen.ablate(base, { arms: asked, seeds: seedsAsked, data, bottomUp, record: false });
}

async function draw(): Promise<aen.TrainAndTest> {
  const clips = await aen.clips.synthetic({
    ...{ perEmotion: 60, identities: 60, size, seed: 11 },
    ...{ deviating: 0.8, deviations: ["other emotion"] },
  });
  return clips.split({ by: "identity", test: 0.7, seed: 11 });
}

/** Seconds that PyTorch takes to train one run: the whole network, the frozen frame model's logits given. */
async function pytorchRun({ configuration }: aen.Model): Promise<number> {
  const { train } = await draw();
  const batch = 16;
  const peer = await pytorchPeer(configuration, batch, "full");
  const steps: number[] = [];
  for (let step = -1; step < 2 * rounds; step++) {
    const { wall } = await peer.step();
    if (step >= 0) steps.push(wall);
  }
  await peer.close();
  return epochs * Math.ceil(train.length / batch) * median(steps);
}

async function benchWhatIf(bottomUp: aen.Model): Promise<void> {
  const { train, test } = await draw();
  const run = await aen.train(bottomUp, train, { epochs: 1, loss, pretraining: false, record: false });
  const whatIf = await aen.whatIf(run, test);
  await whatIf.at({ "energy of emotion": 0 });
  const changes: number[] = [];
  for (let change = 1; change <= 2 * rounds; change++) {
    changes.push(await seconds(() => whatIf.at({ "energy of emotion": change / 10 })));
  }
  row({ row: "what-if change", seconds: median(changes), target: 3 });
}

async function seconds(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function row(values: object): void {
  console.log(JSON.stringify({ bench: "ablation", preset, ...values }));
}
