import { dfewLabels, type LabelSet } from "../../labels.js";
import type { Clip, Deviation } from "../clip.js";
import { ClipSet } from "../clipSet.js";
import { Random } from "../random.js";
import type { Expression } from "./expressions.js";
import { drawStoryline, usualDeviations } from "./storyline.js";
import { openClip, type SyntheticRecipe } from "./syntheticClip.js";

export interface SyntheticClipsOptions {
  /** Clips of each emotion. @default 20 */
  readonly perEmotion?: number;
  /** The share of frames that do not show the clip's emotion plainly, 0..0.8. @default 0.2 */
  readonly deviating?: number;
  /** How frames deviate; among these in the usual proportions. @default all kinds */
  readonly deviations?: readonly Deviation[];
  /** @default 0 */
  readonly seed?: number | string;
  /** How many people there are; each shows every emotion. @default `perEmotion`, at least 4 and at most 40 */
  readonly identities?: number;
  /** Frames of each clip. @default 24 */
  readonly frames?: number;
  /** Height and width in pixels. @default 112 */
  readonly size?: number;
  /**
   * One knob from 0 (strong expressions, frontal, even light) to 1 (weak and varied ones, turned heads, hard
   * light). @default 0.2
   */
  readonly difficulty?: number;
  /** Its emotions must be among happy, sad, neutral, angry, surprise, disgust and fear. @default DFEW's seven */
  readonly labels?: LabelSet;
}

/**
 * Draws clips of faces that show emotions, for lessons and trials without a data set: the truth is known for
 * every frame. The faces are rendered when they are read; the same seed gives the same pixels. They are no
 * substitute for people: what a network learns from them says nothing of real faces.
 * @throws RangeError when an option is out of range or the label set has an emotion that cannot be drawn
 */
export async function syntheticClips(options: SyntheticClipsOptions = {}): Promise<ClipSet> {
  const { perEmotion = 20, seed = 0, labels = dfewLabels, size = 112, difficulty = 0.2 } = options;
  const identities = options.identities ?? Math.max(4, Math.min(40, perEmotion));
  checkOptions({ perEmotion, identities, frames: 24, size, ...options });
  const expressions = labels.emotions.map(expressionFor);
  const clips = Array.from({ length: perEmotion * labels.emotions.length }, (_, index): Clip => {
    const emotion = index % labels.emotions.length;
    const turn = Math.floor(index / labels.emotions.length);
    const person = turn % identities;
    const truth = tellStory(options, labels, expressions, emotion, index);
    const recipe: SyntheticRecipe = { seed, index, person, expressions, truth, size, difficulty };
    const people = String(person + 1).padStart(String(identities).length, "0");
    return {
      id: `${labels.emotions[emotion].toLowerCase()}-${people}-${Math.floor(turn / identities) + 1}`,
      label: emotion,
      identity: `person ${people}`,
      frameCount: truth.length,
      frameRate: 12,
      truth,
      source: { module: new URL("./syntheticClip.js", import.meta.url).href, data: recipe },
      contentKey: JSON.stringify(["synthetic", 1, recipe]),
      ...openClip(recipe),
    };
  });
  return new ClipSet(clips, labels);
}

function tellStory(
  { frames = 24, deviating = 0.2, deviations, seed = 0 }: SyntheticClipsOptions,
  labels: LabelSet,
  expressions: readonly Expression[],
  emotion: number,
  index: number,
) {
  const neutral = expressions.indexOf("neutral");
  const others = labels.emotions.flatMap((_, other) =>
    other !== neutral && labels.groupOf[other] !== labels.groupOf[emotion] ? [other] : [],
  );
  const kinds = deviations ?? (Object.keys(usualDeviations) as Deviation[]);
  const random = new Random(seed, "story", index);
  return drawStoryline({ frames, emotion, neutral, others, deviating, kinds }, random);
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
}

function requireRange(name: string, value: number | undefined, largest: number): void {
  if (value !== undefined && !(value >= 0 && value <= largest)) {
    throw new RangeError(`"${name}" must lie between 0 and ${largest}, got ${value}.`);
  }
}
