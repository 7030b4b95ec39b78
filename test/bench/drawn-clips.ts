import { dfewLabels, LabelSet } from "../../kernel/aen/labels.js";
import type { SyntheticClipsOptions } from "../../kernel/aen/synthetic/syntheticClips.js";
import { listOf } from "./studies/listOf.js";
import { giveawaysOf, judge, judgesEach, told } from "../kernel/aen/synthetic/giveaways.js";

const seeds = listOf("SEEDS", "21,22,23");
const people = Number(process.env.PEOPLE ?? 120);

/** Sets with each option of the generator at a value other than the usual one. */
const sets: Readonly<Record<string, SyntheticClipsOptions>> = {
  usual: {},
  "deviating 0.8": { deviating: 0.8 },
  "other emotion alone": { deviating: 0.5, deviations: ["other emotion"] },
  "neutral alone": { deviating: 0.5, deviations: ["neutral"] },
  "no misleading kinds": {
    deviating: 0.5,
    deviations: ["blink", "blur", "turned away", "hand over the mouth"],
  },
  "8 frames": { frames: 8, deviating: 0.5 },
  "difficulty 0": { difficulty: 0, deviating: 0.5 },
  "difficulty 1": { difficulty: 1, deviating: 0.5 },
  "skewed to light skin": { skew: { darkSkin: 0.1, darkSkinContrast: 0 }, deviating: 0.5 },
  "labels without neutral": {
    deviating: 0.5,
    labels: new LabelSet(["Anger", "Fear", "Joy"], { Negative: ["Anger", "Fear"], Positive: ["Joy"] }),
  },
};

/**
 * Whether drawn clips tell their emotion by what must not: one JSON line per set, seed and aspect, and at the end what was
 * told. Needs scikit-learn. PEOPLE (120) is their number in each set; SEEDS and SETS (names, separated by ";") choose.
 */
export async function bench(): Promise<void> {
  const chosen = process.env.SETS?.split(";") ?? Object.keys(sets);
  const tests = chosen.length * seeds.length * judgesEach;
  const found: string[] = [];
  for (const name of chosen)
    for (const seed of seeds) {
      const drawn = { perEmotion: people, identities: people, labels: dfewLabels, ...sets[name], seed };
      const judgements = judge(await giveawaysOf(drawn), tests);
      for (const judgement of judgements)
        console.log(JSON.stringify({ bench: "drawn-clips", set: name, seed, ...judgement }));
      found.push(...told(judgements).map((line) => `${name}, seed ${seed}: ${line}`));
    }
  console.log(JSON.stringify({ bench: "drawn-clips", tests, found }));
}
