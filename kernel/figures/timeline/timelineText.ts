import { readFrames } from "../compute/frames.js";
import { fusedProbabilities, predictedEmotion } from "../../metrics/fusion.js";
import { initials, percent } from "../drawing/labelText.js";
import type { ClipPayload, LabelsPayload } from "../../contracts/payloads/clips.js";

/** What the clip is, what the network predicts for it, and which frames deviate. */
export function timelineLines(clip: ClipPayload, labels: LabelsPayload, beta: number): string[] {
  const guess = predictedEmotion(clip, beta);
  const truth = clip.label === null ? "not labelled" : `labelled ${labels.emotions[clip.label]}`;
  const said =
    guess < 0
      ? "the network's score is not finite"
      : `the network says ${labels.emotions[guess]} (${percent(fusedProbabilities(clip, beta)[guess])} %)`;
  return [`${clip.id}: ${truth}; ${said}.`, deviationLine(clip)].filter((line) => line !== "");
}

function deviationLine(clip: ClipPayload): string {
  const readings = readFrames(clip);
  if (readings.length === 0) return "No frames were saved with this view.";
  const deviating = readings.filter(({ deviation }) => deviation !== "");
  const how = readings[0].deviationIsKnown ? "deviate from the label" : "have a pseudo label that differs";
  if (deviating.length === 0) return `None of the ${readings.length} frames deviates.`;
  const numbers = deviating.slice(0, 12).map(({ number }) => number);
  const more = deviating.length > numbers.length ? ", …" : "";
  return `${deviating.length} of ${readings.length} frames ${how}: ${numbers.join(", ")}${more}.`;
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
  ].join("\n");
}
