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

const seeds = listOf("SEEDS", "321,322,323");
const shares = listOf("SHARES", "0.8,0.3");
const runSeeds = listOf("RUN_SEEDS", "1,2,3,4,5");
const perEmotion = Number(process.env.CLIPS ?? 60);
const epochs = Number(process.env.EPOCHS ?? 12);

/**
 * What the terms that train the sentiment head are worth to it: the plan of notebooks/ablation.ipynb on other clips and
 * people, where a share of the frames misleads. One JSON line an arm with the board's verdicts. SEEDS (of people and
 * clips), SHARES, RUN_SEEDS, CLIPS (of an emotion), EPOCHS and SIZE (pixels across) choose.
 */
export async function bench(): Promise<void> {
  for (const seed of seeds) {
    const bottomUp = await drawnBottomUp(seed);
    for (const share of shares) await benchStudy(seed, share, bottomUp);
  }
}

async function benchStudy(seed: number, share: number, bottomUp: aen.Run): Promise<void> {
  const data = (await drawnClips(perEmotion, share, seed)).split({ by: "identity", test: 0.5, seed });
  const { summary } = await aen.ablate(
    { model: studiedModel, training: { epochs, loss: studiedLoss, learningRate: 3e-3 } },
    {
      arms: [
        ...aen.arms.withoutEach("sentiment", "energy"),
        aen.arm("without both", { without: ["sentiment", "energy"] }),
      ],
      ...{ seeds: runSeeds, data, bottomUp, record: false },
    },
  );
  for (const arm of summary.arms) console.log(JSON.stringify({ seed, share, ...rowOf(arm) }));
}

function rowOf(arm: aen.ArmSummary): object {
  const figure = (name: aen.FigureName) => ({
    percent: points(arm.figures?.[name].mean ?? NaN),
    toBase: pointsToBase(arm, name),
  });
  return {
    ...{ bench: "sentiment-study", name: arm.name, neverNamed: arm.sentimentsNeverNamed },
    ...{ head: figure("sentimentUar"), group: figure("groupUar"), uar: figure("uar") },
    ...{ headSays: arm.toBase?.sentiment.sentence, groupSays: arm.toBase?.group.sentence },
  };
}
