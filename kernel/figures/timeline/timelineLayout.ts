import type { ClipPayload } from "../../contracts/payloads/clips.js";
import { worded } from "../../words/words.js";

/** Top edge and height of one lane, in pixels. */
export interface Lane {
  readonly name: string;
  readonly y: number;
  readonly height: number;
}

/** The layout of a timeline's lanes; columns are `step` wide and begin at `left`. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly step: number;
  readonly count: number;
  readonly lanes: Readonly<Partial<Record<LaneName, Lane>>>;
}

export type LaneName =
  | "numbers"
  | "thumbnails"
  | "truth"
  | "pseudo"
  | "network"
  | "disagreement"
  | "probabilities"
  | "score"
  | "attention";

const heights: Record<Exclude<LaneName, "thumbnails">, number> = {
  numbers: 18,
  truth: 24,
  pseudo: 24,
  network: 24,
  disagreement: 20,
  probabilities: 72,
  score: 36,
  attention: 36,
};

const titles = {
  numbers: "frame",
  thumbnails: "",
  truth: "truth",
  pseudo: "pseudo label",
  network: "network",
  disagreement: "disagreement",
  probabilities: "pseudo label's",
  score: "transfer score",
  attention: "attention",
} as const satisfies Record<LaneName, string>;

const gap = 5;
export const laneNameWidth = 92;

/** Lanes for what is known about the clip's frames; columns fill `width`, 20 to 72 px each, times the zoom. */
export function timelineLayout(clip: ClipPayload, width: number, zoom = 1): TimelineLayout {
  const count = clip.frames?.numbers.length ?? 0;
  const fitted = (width - laneNameWidth - 4) / Math.max(count, 1);
  const step = Math.max(6, Math.min(72, Math.max(20, fitted)) * zoom);
  let y = 0;
  const lanes: Partial<Record<LaneName, Lane>> = {};
  for (const name of lanesOf(clip)) {
    const height = name === "thumbnails" ? Math.min(96, Math.max(22, step - 2)) : heights[name];
    lanes[name] = { name: worded(titles[name]), y, height };
    y += height + gap;
  }
  return {
    width: Math.ceil(laneNameWidth + step * count + 4),
    height: Math.ceil(y),
    left: laneNameWidth,
    step,
    count,
    lanes,
  };
}

function lanesOf({ frames }: ClipPayload): LaneName[] {
  if (frames === undefined) return ["numbers"];
  const known: [LaneName, unknown][] = [
    ["numbers", true],
    ["thumbnails", frames.thumbnails?.some((picture) => picture !== "")],
    ["truth", frames.truth],
    ["pseudo", frames.pseudo],
    ["network", frames.network],
    ["disagreement", frames.pseudo && frames.network],
    ["probabilities", frames.pseudo],
    ["score", frames.score],
    ["attention", frames.attention],
  ];
  return known.filter(([, there]) => Boolean(there)).map(([name]) => name);
}
