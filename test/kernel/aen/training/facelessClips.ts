import { ClipSet } from "../../../../kernel/aen/clips/clipSet.js";
import type { FaceSight } from "../../../../kernel/contracts/frameTruth.js";

/** The clips of a set as an import marks them; frames without a face have this value in every pixel, 0 is black. */
export function withSights(
  set: ClipSet,
  sightsOf: (clip: number) => readonly FaceSight[],
  value = 0,
): ClipSet {
  const clips = set.clips.map((clip, place) => {
    const faceSights = sightsOf(place);
    return {
      ...clip,
      faceSights,
      read: async (frames: readonly number[]) => {
        const images = await clip.read(frames);
        const bytes = images.height * images.width * 3;
        const data = new Uint8Array(images.data);
        frames.forEach((frame, i) => {
          if (faceSights[frame] === "none") data.fill(value, i * bytes, (i + 1) * bytes);
        });
        return { ...images, data };
      },
    };
  });
  return new ClipSet(clips, set.labels);
}
