import { facelessCount, type FrameReading, readFrames } from "../compute/frames.js";
import { fusedProbabilities, predictedEmotion } from "../../metrics/fusion.js";
import { initials, percent } from "../drawing/labelText.js";
import type { ClipPayload, LabelsPayload } from "../../contracts/payloads/clips.js";
import { facelessRuns } from "./facelessFrames.js";
import { worded, wordedCount } from "../../words/words.js";

/** What the clip is, what the network predicts for it, which frames deviate and which show no face. */
export function timelineLines(clip: ClipPayload, labels: LabelsPayload, beta: number): string[] {
  const guess = predictedEmotion(clip, beta);
  const truth =
    clip.label === null ? worded("not labelled") : worded("labelled {0}", labels.emotions[clip.label]);
  const said =
    guess < 0
      ? worded("the network's score is not finite")
      : worded(
          "the network says {0} ({1} %)",
          labels.emotions[guess],
          percent(fusedProbabilities(clip, beta)[guess]),
        );
  const readings = readFrames(clip);
  return [`${clip.id}: ${truth}; ${said}.`, deviationLine(readings), facelessLine(readings)].filter(
    (line) => line !== "",
  );
}

/** Which frames show no face; "" where all do. */
function facelessLine(readings: readonly FrameReading[]): string {
  const count = facelessCount(readings);
  if (count === 0) return "";
  const runs = facelessRuns(readings).map(({ from, to }) =>
    from === to
      ? `${readings[from].number}`
      : worded("{0} to {1}", readings[from].number, readings[to].number),
  );
  const named = `${runs.slice(0, 12).join(", ")}${runs.length > 12 ? ", …" : ""}`;
  return wordedCount(
    count,
    "{0} of {1} frames shows no face and has no label: {2}.",
    "{0} of {1} frames show no face and have no label: {2}.",
    ...[readings.length, named],
  );
}

function deviationLine(readings: readonly FrameReading[]): string {
  if (readings.length === 0) return worded("No frames were saved with this view.");
  const judged = readings.length - facelessCount(readings);
  if (judged === 0) return "";
  const all = judged === readings.length;
  const frames = all ? worded("{0} frames", judged) : worded("{0} frames with a face", judged);
  const deviating = readings.filter(({ deviation }) => deviation !== "");
  if (deviating.length === 0) return worded("None of the {0} deviates.", frames);
  const numbers = deviating.slice(0, 12).map(({ number }) => number);
  const more = deviating.length > numbers.length ? ", …" : "";
  const values = [deviating.length, frames, `${numbers.join(", ")}${more}`] as const;
  return readings[0].deviationIsKnown
    ? worded("{0} of {1} deviate from the label: {2}.", ...values)
    : worded("{0} of {1} have a pseudo label that differs: {2}.", ...values);
}

/** The lanes as lines of initials. */
export function timelineText(clip: ClipPayload, labels: LabelsPayload): string {
  const letters = initials(labels.emotions);
  const readings = readFrames(clip);
  const width =
    Math.max(...letters.map((letter) => letter.length), ...readings.map(({ number }) => `${number}`.length)) +
    1;
  const line = (name: string, cells: readonly string[]) =>
    name.padEnd(14) + cells.map((cell) => cell.padStart(width)).join("");
  const letter = (emotion: number) => letters[emotion] ?? "·";
  const frames = clip.frames;
  return [
    line(
      "frame",
      readings.map(({ number }) => String(number)),
    ),
    ...(frames?.truth
      ? [
          line(
            "truth",
            readings.map(({ truth }) => letter(truth)),
          ),
        ]
      : []),
    ...(frames?.pseudo
      ? [
          line(
            "pseudo label",
            readings.map(({ pseudo }) => letter(pseudo)),
          ),
        ]
      : []),
    ...(frames?.network
      ? [
          line(
            "network",
            readings.map(({ network }) => letter(network)),
          ),
        ]
      : []),
    line(
      "deviates",
      readings.map(({ deviation }) => (deviation === "" ? "" : "^")),
    ),
    ...(facelessCount(readings) > 0
      ? [
          line(
            "no face",
            readings.map(({ hasFace }) => (hasFace ? "" : "x")),
          ),
        ]
      : []),
  ].join("\n");
}
