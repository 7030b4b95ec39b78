import { dfewLabels, type LabelSet } from "../labels.js";
import type { Deviation } from "../../contracts/frameTruth.js";
import type { Clip } from "../clips/clip.js";
import { ClipSet } from "../clips/clipSet.js";
import { Random } from "../../random/random.js";
import type { Expression } from "./expressions.js";
import { drawStoryline, usualDeviations } from "./storyline.js";
import { groupsOf } from "./clipGroups.js";
import { openClip, type Skew, type SyntheticRecipe } from "./syntheticClip.js";

export interface SyntheticClipsOptions {
  /** Clips per emotion. @default 20 */
  readonly perEmotion?: number;
  /**
   * The share of frames drawn to deviate from the clip's emotion, 0..0.8. "other emotion" and "neutral" are drawn without
   * regard to it, so that they tell nothing of it; where they happen to be the clip's own, one in as many as there are
   * emotions, the frames do not deviate. @default 0.2
   */
  readonly deviating?: number;
  /** The allowed kinds of deviation, in their usual proportions. @default all kinds */
  readonly deviations?: readonly Deviation[];
  /** @default 0 */
  readonly seed?: number | string;
  /** Number of people; each shows every emotion. @default `perEmotion`, at least 4 and at most 40 */
  readonly identities?: number;
  /** Frames per clip. @default 24 */
  readonly frames?: number;
  /** Height and width in pixels. @default 112 */
  readonly size?: number;
  /**
   * Difficulty from 0 (strong expressions, frontal, even light) to 1 (weak and varied ones, turned heads, hard
   * light). @default 0.2
   */
  readonly difficulty?: number;
  /**
   * Makes the set unfair to people with dark skin, for lessons: fewer of them, or expressions that show less on their skin.
   * @default fair
   */
  readonly skew?: Skew;
  /** Its emotions must be among happy, sad, neutral, angry, surprise, disgust and fear. @default DFEW's seven */
  readonly labels?: LabelSet;
}

/** Rises whenever the same options give other pixels or labels; a run's record keeps it. */
export const generatorVersion = 2;

/**
 * Renders clips of faces that show emotions, for lessons and experiments without a data set: every frame has
 * ground truth. Faces are rendered when read; the same seed gives the same pixels. They are no
 * substitute for people: what a network learns from them says nothing about real faces.
 * @throws RangeError when an option is out of range or the label set has an emotion that cannot be rendered
 */
export async function syntheticClips(options: SyntheticClipsOptions = {}): Promise<ClipSet> {
  const { perEmotion = 20, seed = 0, labels = dfewLabels, size = 112, difficulty = 0.2, skew } = options;
  const identities = options.identities ?? Math.max(4, Math.min(40, perEmotion));
  checkOptions({ perEmotion, identities, frames: 24, size, ...options });
  const expressions = labels.emotions.map(expressionFor);
  const clips = Array.from({ length: perEmotion * labels.emotions.length }, (_, index): Clip => {
    const emotion = index % labels.emotions.length;
    const turn = Math.floor(index / labels.emotions.length);
    const person = turn % identities;
    const truth = tellStory(options, expressions, emotion, index);
    const recipe: SyntheticRecipe = {
      seed,
      index,
      person,
      expressions,
      truth,
      size,
      difficulty,
      ...(skew && { skew }),
    };
    const people = String(person + 1).padStart(String(identities).length, "0");
    return {
      id: `${labels.emotions[emotion].toLowerCase()}-${people}-${Math.floor(turn / identities) + 1}`,
      label: emotion,
      identity: `person ${people}`,
      peopleOf: `seed ${seed},`,
      frameCount: truth.length,
      frameRate: 12,
      truth,
      groups: groupsOf(recipe),
      source: { module: new URL("./syntheticClip.js", import.meta.url).href, data: recipe },
      contentKey: JSON.stringify(["synthetic", generatorVersion, recipe]),
      ...openClip(recipe),
    };
  });
  return new ClipSet(clips, labels).madeBy("synthetic", [options], [], generatorVersion);
}

function tellStory(
  { frames = 24, deviating = 0.2, deviations, seed = 0 }: SyntheticClipsOptions,
  expressions: readonly Expression[],
  emotion: number,
  index: number,
) {
  const kinds = deviations ?? (Object.keys(usualDeviations) as Deviation[]);
  const story = {
    frames,
    emotions: expressions.length,
    neutral: expressions.indexOf("neutral"),
    deviating,
    kinds,
  };
  return drawStoryline({ ...story, emotion }, new Random(seed, "story", index));
}

const names: Readonly<Record<string, Expression>> = {
  happy: "happy",
  happiness: "happy",
  joy: "happy",
  sad: "sad",
  sadness: "sad",
  neutral: "neutral",
  angry: "angry",
  anger: "angry",
  surprise: "surprise",
  surprised: "surprise",
  disgust: "disgust",
  disgusted: "disgust",
  fear: "fear",
  fearful: "fear",
};

function expressionFor(emotion: string): Expression {
  const expression = names[emotion.toLowerCase()];
  if (!expression) {
    throw new RangeError(
      `"${emotion}" cannot be drawn; synthetic faces show happy, sad, neutral, angry, surprise, disgust and fear.`,
    );
  }
  return expression;
}

function checkOptions(options: SyntheticClipsOptions): void {
  for (const name of ["perEmotion", "identities", "frames", "size"] as const) {
    const value = options[name];
    if (value !== undefined && (!Number.isInteger(value) || value < 1)) {
      throw new RangeError(`"${name}" must be a positive whole number, got ${value}.`);
    }
  }
  requireRange("deviating", options.deviating, 0.8);
  requireRange("difficulty", options.difficulty, 1);
  checkSkew(options.skew);
}

function checkSkew(skew: Skew = {}): void {
  const known = ["darkSkin", "darkSkinContrast"];
  const unknown = Object.keys(skew).find((name) => !known.includes(name));
  if (unknown) throw new RangeError(`"skew" has no "${unknown}"; it can have ${known.join(" and ")}.`);
  requireRange("skew.darkSkin", skew.darkSkin, 1);
  requireRange("skew.darkSkinContrast", skew.darkSkinContrast, 1);
}

function requireRange(name: string, value: number | undefined, largest: number): void {
  if (value !== undefined && !(value >= 0 && value <= largest)) {
    throw new RangeError(`"${name}" must lie between 0 and ${largest}, got ${value}.`);
  }
}
