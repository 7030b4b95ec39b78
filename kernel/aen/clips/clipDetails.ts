import type { ClipRow, ClipsDetails, FramesDetails } from "../../contracts/variableDetails.js";
import type { Clip } from "./clip.js";
import { facelessText } from "./facelessText.js";
import { middleFrameWithFace } from "./framesWithFace.js";
import { labelsOfClip } from "./labelsOfClip.js";
import type { LeftOutClip } from "./leftOutClips.js";
import type { LabelSet } from "../labels.js";
import { readableThumbnails } from "./readableThumbnails.js";

const [mostRows, mostPictures, mostFrames] = [2000, 200, 64];

/** A set of clips, as far as the viewer shows it. */
export interface ShownClips {
  readonly clips: readonly Clip[];
  readonly labels: LabelSet;
  readonly leftOut: readonly LeftOutClip[];
}

/** The table of a set: its first 2,000 clips, the first 200 of them with a picture. */
export async function clipsDetails({ clips, labels, leftOut }: ShownClips): Promise<ClipsDetails> {
  const rows = clips.slice(0, mostRows).map((clip, i) => clipRow(clip, labels, i < mostPictures));
  return {
    kind: "clips",
    count: clips.length,
    clips: await Promise.all(rows),
    leftOut: leftOut.map(({ clip, reason }) => ({ id: clip, reason })),
  };
}

async function clipRow(clip: Clip, { emotions }: LabelSet, pictured: boolean): Promise<ClipRow> {
  const { id, label, identity, frameCount } = clip;
  const all = Array.from({ length: frameCount }, (_, frame) => frame);
  const [picture] = pictured ? await readableThumbnails(clip, [middleFrameWithFace(clip, all)], 40) : [""];
  return {
    ...{ id, label: label === null ? "" : emotions[label], person: identity ?? "", frames: frameCount },
    ...{ problem: faceless(clip), picture },
  };
}

function faceless(clip: Clip): string {
  return facelessText([clip]).replace(/, in 1 of 1 clips$/, "");
}

/** The frames of a clip, evenly chosen where there are more than 64. */
export async function framesDetails(clip: Clip): Promise<FramesDetails> {
  const { id, frameCount, truth } = clip;
  const count = Math.min(frameCount, mostFrames);
  const numbers = Array.from({ length: count }, (_, i) => Math.floor((i * frameCount) / count));
  const pictures = await readableThumbnails(clip, numbers, 96);
  const emotions = labelsOfClip(clip)?.emotions;
  const words = (number: number) => {
    const known = truth?.[number];
    return known ? [emotions?.[known.emotion], known.deviation].filter(Boolean).join(", ") : "";
  };
  const frames = numbers.map((number, i) => ({ number, picture: pictures[i], words: words(number) }));
  return { kind: "frames", id, frameCount, frames };
}

/** Whether a value has the form of a clip. */
export function isClip(value: unknown): value is Clip {
  const { id, frameCount, read } = (value ?? {}) as Partial<Clip>;
  return typeof id === "string" && typeof frameCount === "number" && typeof read === "function";
}
