import type { ClipPayload, FramesPayload } from "../../contracts/payloads/clips.js";
import { argmax } from "../../metrics/probabilities.js";
import { worded } from "../../words/words.js";

/** A summary of one frame. */
export interface FrameReading {
  readonly number: number;
  /** False where no face was found: there is no pseudo label, and nothing that could deviate. */
  readonly hasFace: boolean;
  readonly truth: number;
  /** Most probable emotion of the frozen frame model; -1 when unknown. */
  readonly pseudo: number;
  readonly network: number;
  /** Half the sum of absolute differences of the two distributions, 0 (same) to 1 (no overlap); NaN when unknown. */
  readonly disagreement: number;
  /** Why the frame deviates from its clip's label; "" when it does not. */
  readonly deviation: string;
  /** Whether the deviation is known from ground truth, or only suspected from the pseudo label. */
  readonly deviationIsKnown: boolean;
}

/** Reads every frame of a clip, in column order. */
export function readFrames(clip: ClipPayload): FrameReading[] {
  const frames = clip.frames;
  if (frames === undefined) return [];
  const faceless = new Set(frames.withoutFace);
  return frames.numbers.map((number, t) => {
    const hasFace = !faceless.has(number);
    const pseudo = hasFace ? argmax(frames.pseudo?.[t] ?? []) : -1;
    const known = frames.truth?.[t];
    return {
      ...{ number, hasFace },
      truth: known?.emotion ?? -1,
      pseudo,
      network: hasFace ? argmax(frames.network?.[t] ?? []) : -1,
      disagreement: hasFace ? disagreement(frames, t) : NaN,
      deviation: hasFace && known ? (known.deviation ?? "") : suspicion(pseudo, clip.label),
      deviationIsKnown: known !== undefined,
    };
  });
}

function suspicion(pseudo: number, label: number | null): string {
  return label !== null && pseudo >= 0 && pseudo !== label
    ? worded("pseudo label differs from the clip's")
    : "";
}

function disagreement({ pseudo, network }: FramesPayload, t: number): number {
  const [left, right] = [pseudo?.[t], network?.[t]];
  if (!left || !right) return NaN;
  return left.reduce((sum: number, p, c) => sum + Math.abs((p ?? NaN) - (right[c] ?? NaN)), 0) / 2;
}

/** Share of deviating frames among those with a face, 0..1; 0 where no frame shows one, NaN without frames. */
export function deviatingShare(clip: ClipPayload): number {
  const frames = readFrames(clip);
  const judged = frames.filter(({ hasFace }) => hasFace);
  if (judged.length === 0 && frames.length > 0) return 0;
  return judged.filter(({ deviation }) => deviation !== "").length / judged.length;
}

/** How many frames show no face. */
export function facelessCount(readings: readonly Pick<FrameReading, "hasFace">[]): number {
  return readings.filter(({ hasFace }) => !hasFace).length;
}
