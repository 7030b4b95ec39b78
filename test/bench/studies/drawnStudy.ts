import * as aen from "../../../kernel/aen/index.js";

/** Pixels across: SIZE. */
const size = Number(process.env.SIZE ?? 64);
/** The network of the studies. */
export const studiedModel = { preset: "small", size } as const;

/** The terms of the studies on drawn clips, those of notebooks/ablation.ipynb. */
export const studiedLoss = aen.lossTerms({ ...aen.recommendedLoss, transferDivision: "none" });

/**
 * A bottom-up branch that learnt from stills and from clips in which every frame shows the emotion, by the
 * emotion terms alone, of people who are in no clips of the same seed.
 */
export async function drawnBottomUp(seed: number): Promise<aen.Run> {
  const others = await drawnClips(40, 0, seed + 1000);
  return aen.train(aen.model(studiedModel), others, {
    pretraining: {
      stills: aen.clips.stills(others, { perClip: 6 }),
      epochs: 5,
      framesPerClip: 1,
      learningRate: 3e-3,
    },
    epochs: 4,
    loss: studiedLoss.filter(({ name }) => name.startsWith("emotion")),
    record: false,
  });
}

/** Clips of which a share of the frames shows any emotion, one clip of each emotion from each person. */
export function drawnClips(perEmotion: number, deviating: number, seed: number): Promise<aen.ClipSet> {
  return aen.clips.synthetic({
    ...{ perEmotion, identities: perEmotion, deviating, seed, size },
    deviations: ["other emotion"],
  });
}

/** Percentage points, to a tenth. */
export function points(rate: number): number {
  return Number((100 * rate).toFixed(1));
}

/** A figure of an arm against that of the base: mean, least and most of its 95 % interval, in points. */
export function pointsToBase(arm: aen.ArmSummary, figure: aen.FigureName): number[] | null {
  const difference = arm.toBase?.figures[figure];
  return difference ? [difference.mean, difference.low, difference.high].map(points) : null;
}
