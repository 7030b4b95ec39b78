import * as aen from "../../../../kernel/aen/index.js";
import { ownTerm } from "../losses/arbitraryLoss.js";
import { smallestModel } from "../training/patternClips.js";

/** The smallest study with a term of the user's own and stills. */
export async function smallStudy(record: string, more: readonly aen.Arm[] = []): Promise<aen.Study> {
  const clips = await aen.clips.synthetic({ perEmotion: 2, identities: 2, frames: 2, size: 16, seed: 3 });
  const stills = aen.clips.stills(clips, { perClip: 1 });
  const training = { epochs: 2, batch: 7, pretraining: { epochs: 1, batch: 7, stills } };
  return aen.ablate(
    { model: smallestModel, training },
    {
      arms: [aen.arm("own", { add: ownTerm(0.5), without: "energy" }), ...more],
      ...{ seeds: [2], data: clips.split({ by: "identity", test: 0.5, seed: 1 }), record },
    },
  );
}
