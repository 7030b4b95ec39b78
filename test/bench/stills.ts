import * as aen from "../../kernel/aen/index.js";
import { pairedDifference } from "../../kernel/aen/ablation/statistics/pairedDifference.js";
import { meanRate, type ScoredRun } from "../../kernel/aen/ablation/statistics/scoredRun.js";
import { resizeFrames } from "../../kernel/aen/sources/pseudoLabels/resizeFrames.js";
import { expressionPseudoLabels } from "../../kernel/aen/sources/pseudoLabels/pseudoLabels.js";
import { personNumbers } from "../../kernel/metrics/people.js";

const seeds = (process.env.SEEDS ?? "1,2,3").split(",").map(Number);
const epochs = Number(process.env.EPOCHS ?? 24);
const size = Number(process.env.SIZE ?? 48);
const [stem, second, third, last] = (process.env.WIDTHS ?? "16,32,48,64").split(",").map(Number);
const widths = [stem, second, third, last] as const;
/** Height and width of the expression network's input in pixels. */
const netSize = 112;

/** Fear is left out: few sets of stills have enough of it. */
const six = new aen.LabelSet(["Happy", "Sad", "Neutral", "Angry", "Surprise", "Disgust"], {
  Positive: ["Happy", "Surprise"],
  Neutral: ["Neutral"],
  Negative: ["Sad", "Angry", "Disgust"],
});

/**
 * A branch fitted to labelled photographs against the expression network of face-api on the same pictures. STILLS names a
 * table with the columns path, label, identity and part (train or test). JUDGED=validation holds out a quarter of the
 * training people and judges on them, to choose settings; EPOCHS, SIZE, WIDTHS and SEEDS are the settings.
 */
export async function bench(): Promise<void> {
  const table = process.env.STILLS;
  if (!table) throw new Error("Set STILLS to a table with the columns path, label, identity and part.");
  const { learnt, judged } = await partsOf(table);
  const truth = judged.clips.map(({ label }) => label!);
  const given = await namedByExpressionNet(judged);
  const base = scoreOf(given, truth);
  const runs: ScoredRun[] = [];
  for (const seed of seeds) {
    const named = await namedByFit(learnt, judged, seed);
    runs.push(scoreOf(named, truth));
    row({
      seed,
      uar: scoreOf(named, truth).value,
      expressionNet: base.value,
      perEmotion: recalls(named, truth),
    });
  }
  const people = personNumbers(judged.clips.map(({ identity }) => identity));
  const { mean, low, high } = pairedDifference({ arm: runs, base: runs.map(() => base) }, { people });
  row({
    ...{ stills: judged.length, people: new Set(people).size, epochs, size, widths },
    ...{ expressionNet: base.value, fitted: base.value + mean, difference: mean, low, high },
    perEmotionOfExpressionNet: recalls(given, truth),
  });
}

async function partsOf(table: string): Promise<Record<"learnt" | "judged", aen.ClipSet>> {
  const all = await aen.stills.fromTable(table, { labels: six, labelMap: { Fear: null }, groups: ["part"] });
  const of = (part: string) => all.filter(({ groups }) => groups?.part === part);
  if (process.env.JUDGED !== "validation") return { learnt: of("train"), judged: of("test") };
  const { train: learnt, test: judged } = of("train").split({ by: "identity", test: 0.25, seed: 1 });
  return { learnt, judged };
}

async function namedByFit(learnt: aen.ClipSet, judged: aen.ClipSet, seed: number): Promise<number[]> {
  const branch = await aen.bottomUp.fit(learnt, {
    model: { preset: "small", size, stageWidths: widths },
    ...{ epochs, seed, record: false, threads: 1, device: "cpu" },
    augment: { smallestCrop: 0.6, jitter: "clip" },
  });
  const { predictions } = await branch.evaluate(judged, { device: "cpu" });
  await branch.dispose();
  return predictions.map(({ clipLogProbabilities }) => largest(clipLogProbabilities));
}

/** Its answers among the six emotions. */
async function namedByExpressionNet({ clips }: aen.ClipSet): Promise<number[]> {
  const inOneSize: aen.Clip = {
    ...{ id: "stills", label: null, identity: null, frameCount: clips.length, frameRate: null, truth: null },
    read: async (frames) => {
      const pictures = await Promise.all(frames.map((frame) => clips[frame].read([0])));
      const data = pictures.flatMap((picture) => [...resizeFrames(picture, netSize)]);
      return { count: frames.length, height: netSize, width: netSize, data: Uint8Array.from(data) };
    },
  };
  const { emotions, probabilities } = await expressionPseudoLabels(inOneSize);
  const places = six.emotions.map((emotion) => emotions.indexOf(emotion));
  return probabilities.map((shares) => largest(places.map((place) => shares![place])));
}

function largest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function scoreOf(named: readonly number[], truth: readonly number[]): ScoredRun {
  return meanRate(
    named.map((emotion, still) => emotion === truth[still]),
    truth,
  );
}

function recalls(named: readonly number[], truth: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    six.emotions.map((emotion, index) => {
      const shown = truth.flatMap((label, still) => (label === index ? [still] : []));
      return [emotion, +(shown.filter((still) => named[still] === index).length / shown.length).toFixed(3)];
    }),
  );
}

function row(values: Readonly<Record<string, unknown>>): void {
  const rounded = (value: unknown) => (typeof value === "number" ? +value.toFixed(3) : value);
  const entries = Object.entries(values).map(([name, value]) => [name, rounded(value)]);
  console.log(JSON.stringify({ bench: "stills", ...Object.fromEntries(entries) }));
}
