import * as aen from "../../kernel/aen/index.js";
import {
  drawnBottomUp,
  drawnClips,
  points,
  pointsToBase,
  studiedLoss,
  studiedModel,
} from "./studies/drawnStudy.js";
import { listOf } from "./studies/listOf.js";

const dataSeeds = listOf("SEEDS", "301,302");
const sizes = listOf("CLIPS", "5,30");
const shares = listOf("SHARES", "0,0.3,0.6,0.8");
const runSeeds = listOf("RUN_SEEDS", "1,2,3");
const epochs = Number(process.env.EPOCHS ?? 12);
const learns = process.env.BOTTOM_UP === "learns";

/** Weights of the frame-level terms, as multiples of the recommended ones; the base has none of them. */
const settings: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "transfer x 1": { "semantic transfer": 1 },
  "transfer x 3": { "semantic transfer": 3 },
  "transfer x 10": { "semantic transfer": 10 },
  "energy x 1": { energy: 1 },
  "energy x 3": { energy: 3 },
  "energy x 10": { energy: 10 },
  "both x 1": { "semantic transfer": 1, energy: 1 },
  "both x 3": { "semantic transfer": 3, energy: 3 },
};

/**
 * Where do the frame-level terms help? Studies over the number of training clips and the share of frames that show
 * another emotion, with several weights of the terms, one JSON line an arm. SEEDS (of people and clips), CLIPS (of an
 * emotion), SHARES, RUN_SEEDS, EPOCHS, ARMS (names, separated by ";"), SIZE (pixels across) and BOTTOM_UP=learns choose.
 */
export async function bench(): Promise<void> {
  for (const seed of dataSeeds) {
    const bottomUp = await drawnBottomUp(seed);
    for (const perEmotion of sizes) {
      for (const share of shares) await benchStudy(seed, perEmotion, share, bottomUp);
    }
  }
}

const clipTerms = studiedLoss.filter(({ name }) => !/^(semantic transfer|energy)/.test(name));

function armOf(name: string): aen.Arm {
  const weights = Object.entries(settings[name]);
  const add = studiedLoss.flatMap((term) => {
    const found = weights.find(([prefix]) => term.name.startsWith(prefix));
    return found ? [{ ...term, weight: term.weight * found[1] }] : [];
  });
  return aen.arm(name, { add });
}

async function benchStudy(seed: number, perEmotion: number, share: number, from: aen.Run): Promise<void> {
  const names = process.env.ARMS?.split(";") ?? Object.keys(settings);
  const study = await aen.ablate(
    { model: studiedModel, training: { epochs, loss: clipTerms, learningRate: 3e-3 } },
    {
      arms: names.map(armOf),
      seeds: runSeeds,
      data: {
        train: await drawnClips(perEmotion, share, seed),
        test: await drawnClips(30, share, seed + 2000),
      },
      bottomUp: { from, learns },
      record: false,
    },
  );
  for (const arm of study.summary.arms) {
    const { name, figures, toBase } = arm;
    console.log(
      JSON.stringify({
        bench: "frame-terms",
        ...{ seed, perEmotion, share, learns, name, uar: points(figures?.uar.mean ?? NaN) },
        ...(toBase && { toBase: pointsToBase(arm, "uar"), sentence: toBase.sentence }),
      }),
    );
  }
}
