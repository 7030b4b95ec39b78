import type { Deviation, FrameTruth } from "../../contracts/frameTruth.js";
import type { Random } from "../../random/random.js";

/** Default frequency of each kind of deviation. */
export const usualDeviations: Readonly<Record<Deviation, number>> = {
  "other emotion": 0.42,
  neutral: 0.16,
  "hand over the mouth": 0.14,
  "turned away": 0.1,
  blink: 0.07,
  blur: 0.07,
  "no face": 0.04,
};

/** What a story's misleading stretches depend on: the emotion of the clip is not among it. */
export interface StretchOptions {
  readonly frames: number;
  /** The number of emotions. */
  readonly emotions: number;
  /** Index of neutral in the label set; -1 when there is none. */
  readonly neutral: number;
  /** The share of frames drawn to deviate from the clip's emotion, 0..1. */
  readonly deviating: number;
  readonly kinds: readonly Deviation[];
}

export interface StorylineOptions extends StretchOptions {
  /** Index of the clip's emotion. */
  readonly emotion: number;
}

/**
 * What happens in a clip, frame by frame: onset, apex and offset, and the deviating stretches. What a stretch shows
 * instead is drawn without regard to the clip's emotion; where it happens to be that emotion, the frames do not deviate.
 */
export function drawStoryline({ emotion, ...options }: StorylineOptions, random: Random): FrameTruth[] {
  const stretches = drawStretches(options, random);
  const course = drawCourse(emotion, options, random);
  for (const { start, length, kind, shown } of stretches) {
    for (let frame = start; frame < start + length; frame++) {
      course[frame] = deviate(course[frame], kind, shown);
    }
  }
  return course;
}

function drawCourse(emotion: number, { frames, neutral }: StretchOptions, random: Random): FrameTruth[] {
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

/** Consecutive frames that deviate in one way. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
  readonly kind: Deviation;
  /** The emotion that it shows instead of the clip's; null where it keeps the clip's. */
  readonly shown: number | null;
}

/** The deviating stretches of a clip, from its first frame to its last, whatever emotion it has. */
export function drawStretches(options: StretchOptions, random: Random): Stretch[] {
  const { frames, deviating } = options;
  const chances = chancesOf(options);
  const wanted = deviating * frames;
  let left = Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0);
  const lengths: number[] = [];
  while (left > 0 && chances.length > 0) {
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
    return { start, length, ...drawKind(chances, random) };
  });
}

interface KindChance extends Pick<Stretch, "kind" | "shown"> {
  readonly chance: number;
}

/**
 * How often each kind comes. Where both are allowed, "neutral" and "other emotion" together show every emotion equally
 * often, so that a stretch agrees with its clip as often whatever the clip's emotion.
 */
function chancesOf({ emotions, neutral, kinds }: StretchOptions): KindChance[] {
  const shown = Array.from({ length: emotions }, (_, emotion): KindChance => {
    const kind = emotion === neutral ? "neutral" : "other emotion";
    return { kind, shown: emotion, chance: 1 };
  }).filter(({ kind }) => kinds.includes(kind));
  const both = kinds.filter((kind) => shown.some((each) => each.kind === kind));
  const share = both.reduce((sum, kind) => sum + usualDeviations[kind], 0) / shown.length;
  const kept = kinds.filter((kind) => kind !== "neutral" && kind !== "other emotion");
  return [
    ...shown.map((each) => ({ ...each, chance: share })),
    ...kept.map((kind) => ({ kind, shown: null, chance: usualDeviations[kind] })),
  ];
}

/** Randomly distributes the rest of the clip between the stretches. */
function drawGaps(free: number, stretches: number, random: Random): number[] {
  const cuts = Array.from({ length: stretches }, () => random.integer(free + 1)).sort((a, b) => a - b);
  return cuts.map((cut, i) => cut - (cuts[i - 1] ?? 0));
}

function drawKind(chances: readonly KindChance[], random: Random): Pick<Stretch, "kind" | "shown"> {
  let left = random.unit() * chances.reduce((sum, { chance }) => sum + chance, 0);
  const { kind, shown } = chances.find(({ chance }) => (left -= chance) < 0) ?? chances[chances.length - 1];
  return { kind, shown };
}

function deviate(truth: FrameTruth, deviation: Deviation, shown: number | null): FrameTruth {
  if (shown === null) return { ...truth, ...(deviation === "no face" && { intensity: 0 }), deviation };
  const intensity = deviation === "neutral" ? 0 : 0.9;
  return { emotion: shown, intensity, ...(shown !== truth.emotion && { deviation }) };
}

function ease(time: number): number {
  const t = Math.min(1, Math.max(0, time));
  return t * t * (3 - 2 * t);
}
