/** A stretch of frames with the same label, in whole milliseconds from the start of the video; `to` is its first no more. */
export interface LabelSpan {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** When the last frame ends, in seconds: after the mean time between frames, as nothing says it. */
export function endOf(times: readonly number[], frameRate: number | null): number {
  return times[times.length - 1] + 1 / (frameRate ?? 25);
}

/**
 * Labels of frames as spans. A span begins with its first frame and ends where the next frame begins, by the true times
 * of the frames, so it fits at variable rates too. Times are rounded down, so that a player that stands at the time of a
 * frame, rounded in any direction, is within the frame's own span. What has no whole millisecond is left out.
 * @param labels one a frame; null for none
 * @param times one a frame, in seconds, ascending
 * @param end of the last frame, in seconds
 */
export function labelSpans(
  labels: readonly (string | null)[],
  times: readonly number[],
  end: number,
): LabelSpan[] {
  const marks = [...times, end].map(wholeMilliseconds);
  const spans: LabelSpan[] = [];
  for (const [frame, label] of labels.entries()) {
    const [from, to] = [marks[frame], marks[frame + 1]];
    const last = spans.at(-1);
    if (label === null || !(to > from)) continue; // also where a frame has no time
    if (last?.label === label && last.to === from) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from, to, label });
  }
  return spans;
}

/** 1.001 s is 1000.9999… ms in floating point, and means 1001. */
function wholeMilliseconds(seconds: number): number {
  return Math.max(0, Math.floor(seconds * 1000 + 1e-6));
}
