import type { Deviation, FrameTruth } from "../../contracts/frameTruth.js";
import type { FrameImages } from "../../images/frameImages.js";
import type { Clip } from "../clips/clip.js";
import { Random } from "../../random/random.js";
import { paintBackdrop } from "./backdrop.js";
import { addGrain, blur } from "./camera.js";
import { drawExpression, mixExpressions, type Expression } from "./expressions.js";
import { exposureFor } from "./exposure.js";
import { headOf } from "./headModel.js";
import type { Colour } from "./identity.js";
import type { Lighting } from "./lightVertices.js";
import type { View } from "./projection.js";
import { renderFace } from "./renderFace.js";

/** Everything that determines the pixels of a synthetic clip; cloneable into another thread. */
export interface SyntheticRecipe {
  readonly seed: number | string;
  /** Number of the clip in its set. */
  readonly index: number;
  /** Number of the person in the cast of this seed. */
  readonly person: number;
  /** The expression of each of the label set's emotions. */
  readonly expressions: readonly Expression[];
  readonly truth: readonly FrameTruth[];
  readonly size: number;
  readonly difficulty: number;
  /** Absent in a fair set. */
  readonly skew?: Skew;
}

/** How a set of drawn clips is unfair to people with dark skin, to show what that does to a network. */
export interface Skew {
  /** The share of people with dark skin, 0..1. @default all skin tones equally often: about a half */
  readonly darkSkin?: number;
  /**
   * How well expressions show on dark skin: from 1, as well as on light, to 0, as with a camera set for light skin.
   * @default 1
   */
  readonly darkSkinContrast?: number;
}

/** Renders the frames to be read. */
export function openClip(data: unknown): Pick<Clip, "read"> {
  const recipe = data as SyntheticRecipe;
  return { read: (frames, signal) => readFrames(recipe, frames, signal) };
}

async function readFrames(
  recipe: SyntheticRecipe,
  frames: readonly number[],
  signal?: AbortSignal,
): Promise<FrameImages> {
  const { size, truth } = recipe;
  const data = new Uint8Array(frames.length * size * size * 3);
  for (const [place, frame] of frames.entries()) {
    if (!Number.isInteger(frame) || frame < 0 || frame >= truth.length) {
      throw new RangeError(`The clip has frames 0 to ${truth.length - 1}; there is no frame ${frame}.`);
    }
    data.set(drawFrame(recipe, frame), place * size * size * 3);
    await new Promise(setImmediate);
    signal?.throwIfAborted();
  }
  return { count: frames.length, height: size, width: size, data };
}

/** One frame of a clip, `[size, size, 3]`. */
export function drawFrame(recipe: SyntheticRecipe, frame: number): Uint8Array {
  const { seed, index, person, expressions, truth, size, difficulty } = recipe;
  const { emotion, intensity, deviation } = truth[frame];
  const head = deviation === "no face" ? null : headOf(seed, person, recipe.skew?.darkSkin);
  const way = (shown: number) =>
    drawExpression(expressions[shown], new Random(seed, "expression", index, shown), 0.1 + 0.9 * difficulty);
  const strength = 1 - 0.45 * difficulty;
  const units = mixExpressions([
    [way(emotion), intensity * strength],
    [{ eyesClosed: 1 }, deviation === "blink" ? 1 : 0],
  ]);
  const view = drawView(recipe, frame, deviation);
  const lighting = drawLighting(recipe, head?.identity.skin);
  const pixels = renderFace(head, units, view, lighting, drawBackground(recipe), size);
  const random = new Random(seed, "camera", index, frame);
  if (deviation === "blur") blur(pixels, size, random);
  addGrain(pixels, 1.5 + 6 * difficulty, random);
  return pixels;
}

/** Where the head is in a frame, and how it is turned. */
export function drawView(
  { seed, index, difficulty, truth }: SyntheticRecipe,
  frame: number,
  deviation?: Deviation,
): View {
  const random = new Random(seed, "view", index);
  const sway = (range: number) => {
    const [mean, phase, speed] = [random.normal() * range, random.between(0, 6.3), random.between(0.5, 1.5)];
    return mean + 0.35 * range * Math.sin(phase + (speed * 6.3 * frame) / Math.max(12, truth.length));
  };
  const degree = Math.PI / 180;
  const yaw = sway((5 + 14 * difficulty) * degree);
  const away = deviation === "turned away" ? (random.chance(0.5) ? 1 : -1) * 62 * degree : 0;
  return {
    yaw: yaw + away,
    pitch: sway((3 + 8 * difficulty) * degree),
    roll: sway((2 + 7 * difficulty) * degree),
    right: sway(0.01 + 0.02 * difficulty),
    down: 0.02 + sway(0.01 + 0.02 * difficulty),
    zoom: 1.13 + sway(0.02 + 0.05 * difficulty),
    covered: deviation === "hand over the mouth",
  };
}

/** The light of a clip, set for a person's skin if it is given. */
export function drawLighting({ seed, index, difficulty, skew }: SyntheticRecipe, skin?: Colour): Lighting {
  const random = new Random(seed, "light", index);
  const side = random.normal() * (0.35 + 0.5 * difficulty);
  const up = random.between(0.2, 0.8);
  const length = Math.hypot(side, up, 1);
  const warm = random.normal() * (0.03 + 0.04 * difficulty);
  const exposure = skin ? exposureFor(skin, skew?.darkSkinContrast) : { light: 1, folds: 1 };
  const bright = exposure.light * (1 + random.normal() * 0.12 * difficulty);
  const ambient = exposure.light * (0.38 - 0.12 * difficulty * random.unit());
  return {
    direction: [side / length, up / length, 1 / length],
    key: [0.72 * bright * (1 + warm), 0.7 * bright, 0.68 * bright * (1 - warm)],
    ambient: [ambient * 0.98, ambient, ambient * 1.04],
    folds: exposure.folds,
  };
}

const backgrounds = new Map<string, Uint8Array>();

function drawBackground({ seed, index, size, difficulty }: SyntheticRecipe): Uint8Array {
  const key = JSON.stringify([seed, index, size, difficulty]);
  let background = backgrounds.get(key);
  if (!background) {
    if (backgrounds.size >= 32) backgrounds.delete(backgrounds.keys().next().value!);
    background = paintBackdrop(size * 2, difficulty, new Random(seed, "background", index));
    backgrounds.set(key, background);
  }
  return background;
}
