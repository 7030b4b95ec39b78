import * as aen from "../../kernel/aen/index.js";
import { clipScores } from "../../kernel/metrics/clipScores.js";
import { predictedEmotion } from "../../kernel/metrics/fusion.js";
import { points } from "./studies/drawnStudy.js";
import { groupGap, type PersonRecall } from "./studies/groupGap.js";
import { listOf } from "./studies/listOf.js";

const casts = listOf("CASTS", "51,52");
const seeds = listOf("SEEDS", "61,62,63,64,65");
const people = Number(process.env.PEOPLE ?? 360);
const preset = (process.env.PRESET ?? "small") as "small" | "tiny";
const perEmotion = Number(process.env.CLIPS ?? 60);
const epochs = Number(process.env.EPOCHS ?? 8);
const size = preset === "tiny" ? 32 : 64;
const frames = preset === "tiny" ? 8 : 16;
const fields = {
  skin: ["light", "dark"],
  sex: ["woman", "man"],
  glasses: ["no glasses", "glasses"],
} as const;

/**
 * How well AEN reads drawn people of each group: the quickstart's training on people of several seeds, asked about other
 * casts. One JSON line a cast and training with its UAR and gap in skin, then one line a cast and field with the gap of the
 * mean over trainings and its 95 % interval by person. CASTS, SEEDS (of people, clips and training), PEOPLE (of a cast),
 * PRESET (small or tiny), CLIPS (of an emotion) and EPOCHS choose.
 */
export async function bench(): Promise<void> {
  const runs: aen.Run[] = [];
  for (const seed of seeds) runs.push(await trained(seed));
  for (const cast of casts) await benchCast(cast, runs);
}

const drawn = (perEmotion: number, deviating: number, seed: number) =>
  aen.clips.synthetic({ perEmotion, identities: perEmotion, deviating, seed, frames, size });

/** The training of the quickstart, on every clip. */
async function trained(seed: number): Promise<aen.Run> {
  const clips = await drawn(perEmotion, 0.3, seed);
  const others = await drawn(Math.ceil((5 / 3) * perEmotion), 0, seed + 1000);
  const augment = { smallestCrop: 0.7, jitter: "clip" } as const;
  const stills = aen.clips.stills(others, { perClip: 3 });
  const pretraining = { stills, epochs: 9, framesPerClip: 1, learningRate: 3e-3, augment };
  return aen.train(aen.model(preset), clips, { epochs, seed, pretraining, record: false });
}

async function benchCast(cast: number, runs: readonly aen.Run[]): Promise<void> {
  const clips = await drawn(people, 0.3, cast + 5000);
  const recalls: PersonRecall[][] = [];
  for (const [at, run] of runs.entries()) {
    const result = await run.evaluate(clips);
    const recall = recallOf(result);
    recalls.push(recall);
    const { gap } = groupGap([recall], "skin", fields.skin);
    print({ cast, seed: seeds[at], uar: points(result.uar), skin: points(gap) });
  }
  for (const [field, groups] of Object.entries(fields)) {
    const { gap, low, high } = groupGap(recalls, field, groups);
    print({ cast, field, of: groups.join(" - "), trainings: runs.length, gap: [gap, low, high].map(points) });
  }
}

/** For each person, who shows every emotion once, the share of clips named right. */
function recallOf({ clips, predictions, beta }: aen.Evaluation): PersonRecall[] {
  const right = new Map<string, { groups: Readonly<Record<string, string>>; named: boolean[] }>();
  clips.clips.forEach(({ identity, groups = {}, label }, at) => {
    const person = right.get(identity!) ?? { groups, named: [] };
    person.named.push(predictedEmotion(clipScores(predictions[at]), beta) === label);
    right.set(identity!, person);
  });
  return [...right.values()].map(({ groups, named }) => ({
    groups,
    recall: named.filter(Boolean).length / named.length,
  }));
}

function print(row: object): void {
  console.log(JSON.stringify({ bench: "aen-groups", preset, people, ...row }));
}
