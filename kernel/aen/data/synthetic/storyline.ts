import type { Deviation, FrameTruth } from "../clip.js";
import type { Random } from "../random.js";

/** How often each kind of deviation occurs when nothing else is asked for. */
export const usualDeviations: Readonly<Record<Deviation, number>> = {
  "other emotion": 0.42,
  neutral: 0.16,
  "hand over the mouth": 0.14,
  "turned away": 0.1,
  blink: 0.07,
  blur: 0.07,
  "no face": 0.04,
};

export interface StorylineOptions {
  readonly frames: number;
  /** Index of the clip's emotion. */
  readonly emotion: number;
  /** Index of neutral in the label set; -1 when there is none. */
  readonly neutral: number;
  /** The emotions that a deviating frame may show instead. */
  readonly others: readonly number[];
  /** The share of frames that depart from the clip's emotion, 0..1. */
  readonly deviating: number;
  readonly kinds: readonly Deviation[];
}

/** What happens in a clip, frame by frame: onset, apex and offset, and the stretches that deviate. */
export function drawStoryline(options: StorylineOptions, random: Random): FrameTruth[] {
  const course = drawCourse(options, random);
  for (const { start, length, kind, emotion } of drawDeviations(options, random)) {
    for (let frame = start; frame < start + length; frame++) {
      course[frame] = deviate(course[frame], kind, emotion);
    }
  }
  return course;
}

function drawCourse({ frames, emotion, neutral }: StorylineOptions, random: Random): FrameTruth[] {
  if (emotion === neutral) return Array.from({ length: frames }, () => ({ emotion, intensity: 0 }));
  const [first, peak] = [random.between(0.1, 0.6), random.between(0.85, 1)];
  const last = random.between(0.2, 0.8);
  const onset = random.between(0.12, 0.35);
  const offset = random.between(0.7, 0.95);
  return Array.from({ length: frames }, (_, frame) => {
    const time = frames === 1 ? (onset + offset) / 2 : frame / (frames - 1);
    const rise = ease(time / onset);
    const fall = ease((time - offset) / (1 - offset));
    const intensity = first + (peak - first) * rise - (peak - last) * fall;
    return { emotion, intensity: Math.round(intensity * 1000) / 1000 };
  });
}

interface Stretch {
  readonly start: number;
  readonly length: number;
  readonly kind: Deviation;
  readonly emotion: number;
}

function drawDeviations(options: StorylineOptions, random: Random): Stretch[] {
  const { frames, deviating, others, emotion, neutral } = options;
  const kinds = options.kinds.filter(
    (kind) => (kind !== "other emotion" || others.length > 0) && (kind !== "neutral" || possible(options)),
  );
  const wanted = deviating * frames;
  let left = Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0);
  const lengths: number[] = [];
  while (left > 0 && kinds.length > 0) {
    const length = Math.min(left, 2 + random.integer(Math.max(2, Math.round(frames / 5))));
    lengths.push(length);
    left -= length;
  }
  const taken = lengths.reduce((sum, length) => sum + length, 0);
  const gaps = drawGaps(frames - taken, lengths.length, random);
  let at = 0;
  return lengths.map((length, i) => {
    const start = at + gaps[i];
    at = start + length;
    const kind = drawKind(kinds, random);
    const shown = kind === "other emotion" ? random.pick(others) : kind === "neutral" ? neutral : emotion;
    return { start, length, kind, emotion: shown };
  });
}

function possible({ emotion, neutral }: StorylineOptions): boolean {
  return neutral >= 0 && emotion !== neutral;
}

/** Divides what is left of the clip between the stretches, at random. */
function drawGaps(free: number, stretches: number, random: Random): number[] {
  const cuts = Array.from({ length: stretches }, () => random.integer(free + 1)).sort((a, b) => a - b);
  return cuts.map((cut, i) => cut - (cuts[i - 1] ?? 0));
}

function drawKind(kinds: readonly Deviation[], random: Random): Deviation {
  let left = random.unit() * kinds.reduce((sum, kind) => sum + usualDeviations[kind], 0);
  return kinds.find((kind) => (left -= usualDeviations[kind]) < 0) ?? kinds[kinds.length - 1];
}

function deviate(truth: FrameTruth, deviation: Deviation, emotion: number): FrameTruth {
  if (deviation === "other emotion") return { emotion, intensity: 0.9, deviation };
  if (deviation === "neutral" || deviation === "no face") return { emotion, intensity: 0, deviation };
  return { ...truth, deviation };
}

function ease(time: number): number {
  const t = Math.min(1, Math.max(0, time));
  return t * t * (3 - 2 * t);
}
