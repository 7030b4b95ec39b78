import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { patternClips } from "../patternClips.js";

/** Stills of 16 x 16 noise with a bright column whose place tells the emotion; one of each emotion a person. */
export function patternStills(perEmotion: number, name = "pattern"): ClipSet {
  const { clips, labels } = patternClips(perEmotion, name);
  return new ClipSet(
    clips.map((clip) => ({ ...clip, frameCount: 1, identity: `${name} ${clip.identity}` })),
    labels,
  );
}
