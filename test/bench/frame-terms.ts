import * as aen from "../../kernel/aen/index.js";

const list = (name: string, standard: string) => (process.env[name] ?? standard).split(",").map(Number);
const dataSeeds = list("SEEDS", "301,302");
const sizes = list("CLIPS", "5,30");
const shares = list("SHARES", "0,0.3,0.6,0.8");
const runSeeds = list("RUN_SEEDS", "1,2,3");
const epochs = Number(process.env.EPOCHS ?? 12);
const learns = process.env.BOTTOM_UP === "learns";
const size = 64;

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
 * emotion), SHARES, RUN_SEEDS, EPOCHS, ARMS (names, separated by ";") and BOTTOM_UP=learns choose.
 */
export async function bench(): Promise<void> {
  for (const seed of dataSeeds) {
    const bottomUp = await bottomUpOf(seed);
    for (const perEmotion of sizes) {
      for (const share of shares) await benchStudy(seed, perEmotion, share, bottomUp);
    }
  }
}

const loss = aen.lossTerms({ ...aen.recommendedLoss, transferDivision: "none" });
const clipTerms = loss.filter(({ name }) => !/^(semantic transfer|energy)/.test(name));

/** A bottom-up branch that learnt from clips in which every frame shows the emotion, by the emotion terms alone. */
async function bottomUpOf(seed: number): Promise<aen.Run> {
  const others = await draw(40, 0, seed + 1000);
  return aen.train(aen.model("small"), others, {
    pretraining: {
      stills: aen.clips.stills(others, { perClip: 6 }),
      epochs: 5,
      framesPerClip: 1,
      learningRate: 3e-3,
    },
    epochs: 4,
    loss: loss.filter(({ name }) => name.startsWith("emotion")),
    record: false,
  });
}

function draw(perEmotion: number, deviating: number, seed: number) {
  return aen.clips.synthetic({
    ...{ perEmotion, identities: perEmotion, deviating, seed, size },
    deviations: ["other emotion"],
  });
}

function armOf(name: string): aen.Arm {
  const weights = Object.entries(settings[name]);
  const add = loss.flatMap((term) => {
    const found = weights.find(([prefix]) => term.name.startsWith(prefix));
    return found ? [{ ...term, weight: term.weight * found[1] }] : [];
  });
  return aen.arm(name, { add });
}

async function benchStudy(seed: number, perEmotion: number, share: number, from: aen.Run): Promise<void> {
  const names = process.env.ARMS?.split(";") ?? Object.keys(settings);
  const study = await aen.ablate(
    { model: "small", training: { epochs, loss: clipTerms, learningRate: 3e-3 } },
    {
      arms: names.map(armOf),
      seeds: runSeeds,
      data: { train: await draw(perEmotion, share, seed), test: await draw(30, share, seed + 2000) },
      bottomUp: { from, learns },
      record: false,
    },
  );
  for (const arm of study.summary.arms) {
    const { name, toBase } = arm;
    const points = (value: number) => Number((100 * value).toFixed(1));
    console.log(
      JSON.stringify({
        bench: "frame-terms",
        ...{ seed, perEmotion, share, learns, name, uar: points(arm.figures?.uar.mean ?? NaN) },
        ...(toBase && {
          toBase: [toBase.figures.uar.mean, toBase.figures.uar.low, toBase.figures.uar.high].map(points),
        }),
        ...(toBase && { sentence: toBase.sentence }),
      }),
    );
  }
}
