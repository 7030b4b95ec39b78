import * as aen from "../../kernel/aen/index.js";

const seeds = (process.env.SEEDS ?? "201,202,203").split(",").map(Number);
const perEmotion = Number(process.env.CLIPS ?? 60);
const epochs = Number(process.env.EPOCHS ?? 8);
const deviating = Number(process.env.DEVIATING ?? 0.3);

/** Weights of the energy of sentiment, and of the sentiment head's own term beside it. */
const settings: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  recommended: {},
  "energy of sentiment 0.35": { "energy of sentiment": 0.35 },
  "energy of sentiment 0.1": { "energy of sentiment": 0.1 },
  "energy of sentiment 0": { "energy of sentiment": 0 },
  "head's own term 1.4": { "sentiment at level 1": 1.4 },
};

/**
 * How the sentiment head does under other weights: the quickstart's training with seeds that no printed figure uses,
 * one JSON line a seed and setting. SEEDS, CLIPS, EPOCHS, DEVIATING (the share of frames that deviate) and SETTINGS (names,
 * separated by ";") choose.
 */
export async function bench(): Promise<void> {
  for (const seed of seeds) await benchSeed(seed);
}

async function benchSeed(seed: number): Promise<void> {
  const drawn = { frames: 16, size: 64 };
  const clips = await aen.clips.synthetic({
    perEmotion,
    identities: perEmotion,
    deviating,
    seed,
    ...drawn,
  });
  const { train, test } = clips.split({ by: "identity", test: 0.25, seed });
  const people = Math.ceil((5 / 3) * perEmotion);
  const others = await aen.clips.synthetic({
    ...{ perEmotion: people, identities: people, deviating: 0, seed: seed + 1000 },
    ...drawn,
  });
  const stills = aen.clips.stills(others, { perClip: 3 });
  const augment = { smallestCrop: 0.7, jitter: "clip" } as const;
  const pretraining = { stills, epochs: 9, framesPerClip: 1, learningRate: 3e-3, augment };
  const options = { epochs, seed, record: false } as const;
  const first = await aen.train(aen.model("small"), train, { ...options, epochs: 1, pretraining });
  const chosen = process.env.SETTINGS?.split(";") ?? Object.keys(settings);
  for (const name of chosen) {
    const loss = aen.withWeights(first.plan.loss, settings[name]);
    const run = await aen.train(first.pretrainedModel(), train, { ...options, loss });
    const result = await run.evaluate(test);
    const { uar, sentimentUar, groupUar, perSentiment } = result;
    const recalls = Object.fromEntries(
      Object.entries(perSentiment).map(([group, { recall }]) => [group, recall]),
    );
    console.log(
      JSON.stringify({
        bench: "sentiment-weights",
        deviating,
        seed,
        name,
        uar,
        sentimentUar,
        groupUar,
        recalls,
      }),
    );
  }
}
