import type { LabelSet } from "../labels.js";
import type { FrameTruth } from "../../contracts/frameTruth.js";
import type { Clip } from "./clip.js";
import { ClipSet } from "./clipSet.js";
import { type LabelMap, readLabels } from "./labelMapping.js";
import { relabelledClip } from "./relabelledClip.js";

/** A label of a data set and how many clips have it. */
export interface LabelCount {
  readonly label: string;
  readonly clips: number;
}

/** How the labels of a data set were read. */
export interface LabelReading {
  /** The network's emotion for each label of the data set; null for those whose clips are left out. */
  readonly emotionOf: Readonly<Record<string, string | null>>;
  /** The labels whose clips are left out, those without clips included. */
  readonly leftOut: readonly LabelCount[];
  /** The network's emotions that a clip of the data set can have, in the network's order. */
  readonly shared: readonly string[];
}

/** A data set in a network's labels. */
export interface MappedClips extends LabelReading {
  /** Without the clips left out by label, which `leftOut` of the set names. */
  readonly clips: ClipSet;
  /** The same clips, in the same order, with the labels of the data set. */
  readonly source: ClipSet;
}

/**
 * Clips in the labels of a network, matched by name. Ground truth of frames is kept where all frames of a clip show one of
 * the network's emotions.
 * @param own the network's labels: sentiments follow their groups
 * @throws RangeError as {@link readLabels}
 */
export function mapLabels(set: ClipSet, own: LabelSet, map: LabelMap = {}): MappedClips {
  const { labels, classCounts } = set;
  const emotions = readLabels(labels, own, classCounts, map);
  const isLeftOut = ({ label }: Clip) => label !== null && emotions[label] === null;
  const kept = set.clips.filter((clip) => !isLeftOut(clip));
  const leftOut = set.clips.filter(isLeftOut).map(({ id, label }) => {
    return { clip: id, reason: `the labelMap leaves out ${labels.emotions[label!]}` };
  });
  const mapped = kept.map((clip) => relabelled(clip, labels, own, emotions));
  return {
    clips: new ClipSet(mapped, own, set.dataset, null, set.notes).leavingOut([...set.leftOut, ...leftOut]),
    source: new ClipSet(kept, labels),
    emotionOf: Object.fromEntries(labels.emotions.map((name, i) => [name, nameOf(emotions[i], own)])),
    leftOut: labels.emotions.flatMap((label, i) =>
      emotions[i] === null ? [{ label, clips: classCounts[i] }] : [],
    ),
    shared: own.emotions.filter((_, emotion) => emotions.includes(emotion)),
  };
}

function nameOf(emotion: number | null, { emotions }: LabelSet): string | null {
  return emotion === null ? null : emotions[emotion];
}

/** @param emotions the network's emotion for each of the clip's own labels; null for none, which makes it unlabelled */
export function relabelled(
  clip: Clip,
  theirs: LabelSet,
  own: LabelSet,
  emotions: readonly (number | null)[],
): Clip {
  const truth = clip.truth && relabelledTruth(clip.truth, emotions);
  if (clip.label === null) return relabelledClip(clip, { label: null, truth });
  const label = emotions[clip.label];
  const name = theirs.emotions[clip.label];
  const isSame = label !== null && name.trim().toLowerCase() === own.emotions[label].trim().toLowerCase();
  const originalLabel = clip.originalLabel ?? (isSame ? undefined : name);
  return relabelledClip(clip, { label, truth, originalLabel });
}

function relabelledTruth(
  truth: readonly FrameTruth[],
  emotions: readonly (number | null)[],
): readonly FrameTruth[] | null {
  const mapped = truth.map((frame) => ({ ...frame, emotion: emotions[frame.emotion] ?? null }));
  const isKnown = (frame: (typeof mapped)[number]): frame is FrameTruth => frame.emotion !== null;
  return mapped.every(isKnown) ? mapped : null;
}
