import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { dfewLabels } from "../../../../kernel/aen/labels.js";
import { hashName, unitAt } from "../../../../kernel/random/deterministicValues.js";
import type { ModelOptions } from "../../../../kernel/aen/model/presets.js";

/** The smallest network that has all parts. */
export const smallestModel: ModelOptions = {
  preset: "tiny",
  size: 16,
  frames: 2,
  stageWidths: [4, 4, 4, 8],
  heads: 1,
  headSize: 4,
  feedForwardSize: 8,
};

/** Clips of 16 x 16 noise with a bright column whose place tells the emotion. */
export function patternClips(perEmotion: number, name = "pattern"): ClipSet {
  const size = 16;
  const clips = Array.from({ length: perEmotion * 7 }, (_, index): Clip => {
    const label = index % 7;
    const id = `${name}-${index}`;
    return {
      ...{
        id,
        label,
        identity: `person ${Math.floor(index / 7)}`,
        frameCount: 4,
        frameRate: 10,
        truth: null,
      },
      read: async (frames) => {
        const data = new Uint8Array(frames.length * size * size * 3);
        frames.forEach((frame, place) => {
          const hash = hashName(`${id}/${frame}`);
          for (let i = 0; i < size * size * 3; i += 1) {
            const column = Math.floor(i / 3) % size;
            const bright = column === 2 * label + 1 ? 120 : 0;
            data[place * size * size * 3 + i] = bright + 100 * unitAt(hash, i);
          }
        });
        return { count: frames.length, height: size, width: size, data };
      },
    };
  });
  return new ClipSet(clips, dfewLabels);
}
