import type { Clip } from "./clip.js";

/** What another label set changes about a clip. */
export type Relabelling = Pick<Clip, "label" | "truth" | "originalLabel">;

/** The same clip with other labels; its frames are read by the clip itself. */
export function relabelledClip(clip: Clip, { label, truth, originalLabel }: Relabelling): Clip {
  const { id, identity, peopleOf, frameCount, frameRate, groups, faceSights, source, contentKey } = clip;
  return {
    ...{ id, label, identity, frameCount, frameRate, truth },
    ...(originalLabel !== undefined && { originalLabel }),
    ...(peopleOf !== undefined && { peopleOf }),
    ...(groups && { groups }),
    ...(faceSights && { faceSights }),
    ...(source && { source }),
    ...(contentKey !== undefined && { contentKey }),
    read: (frames, signal) => clip.read(frames, signal),
    ...(clip.damagedFrames && { damagedFrames: (which, signal) => clip.damagedFrames!(which, signal) }),
    ...(clip.readPictures && { readPictures: (frames, signal) => clip.readPictures!(frames, signal) }),
  };
}

/** The same clip, whose person is one of a data set's own. */
export function clipWithPeopleOf(clip: Clip, peopleOf: string): Clip {
  return relabelledClip({ ...relabelledClip(clip, clip), peopleOf }, clip);
}
