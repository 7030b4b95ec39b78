import type { ClipPayload, FramesPayload } from "../../contracts/payloads/clips.js";
import { argmax } from "../../metrics/probabilities.js";

/** A summary of one frame. */
export interface FrameReading {
  readonly number: number;
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
  return frames.numbers.map((number, t) => {
    const pseudo = argmax(frames.pseudo?.[t] ?? []);
    const known = frames.truth?.[t];
    return {
      number,
      truth: known?.emotion ?? -1,
      pseudo,
      network: argmax(frames.network?.[t] ?? []),
      disagreement: disagreement(frames, t),
      deviation: known ? (known.deviation ?? "") : suspicion(pseudo, clip.label),
      deviationIsKnown: known !== undefined,
    };
  });
}

function suspicion(pseudo: number, label: number | null): string {
  return label !== null && pseudo >= 0 && pseudo !== label ? "pseudo label differs from the clip's" : "";
}

function disagreement({ pseudo, network }: FramesPayload, t: number): number {
  const [left, right] = [pseudo?.[t], network?.[t]];
  if (!left || !right) return NaN;
  return left.reduce((sum: number, p, c) => sum + Math.abs((p ?? NaN) - (right[c] ?? NaN)), 0) / 2;
}

/** Share of deviating frames, 0..1; NaN without frames. */
export function deviatingShare(clip: ClipPayload): number {
  const frames = readFrames(clip);
  return frames.filter(({ deviation }) => deviation !== "").length / frames.length;
}
