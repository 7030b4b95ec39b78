import { facelessCount, type FrameReading, readFrames } from "../compute/frames.js";
import { fusedProbabilities, predictedEmotion } from "../../metrics/fusion.js";
import { initials, percent } from "../drawing/labelText.js";
import type { ClipPayload, LabelsPayload } from "../../contracts/payloads/clips.js";
import { facelessRuns } from "./facelessFrames.js";

/** What the clip is, what the network predicts for it, which frames deviate and which show no face. */
export function timelineLines(clip: ClipPayload, labels: LabelsPayload, beta: number): string[] {
  const guess = predictedEmotion(clip, beta);
  const truth = clip.label === null ? "not labelled" : `labelled ${labels.emotions[clip.label]}`;
  const said =
    guess < 0
      ? "the network's score is not finite"
      : `the network says ${labels.emotions[guess]} (${percent(fusedProbabilities(clip, beta)[guess])} %)`;
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
    from === to ? `${readings[from].number}` : `${readings[from].number} to ${readings[to].number}`,
  );
  const named = `${runs.slice(0, 12).join(", ")}${runs.length > 12 ? ", …" : ""}`;
  const verb = count === 1 ? "shows" : "show";
  return `${count} of ${readings.length} frames ${verb} no face and ${count === 1 ? "has" : "have"} no label: ${named}.`;
}

function deviationLine(readings: readonly FrameReading[]): string {
  if (readings.length === 0) return "No frames were saved with this view.";
  const judged = readings.length - facelessCount(readings);
  if (judged === 0) return "";
  const frames = judged === readings.length ? `${judged} frames` : `${judged} frames with a face`;
  const deviating = readings.filter(({ deviation }) => deviation !== "");
  const how = readings[0].deviationIsKnown ? "deviate from the label" : "have a pseudo label that differs";
  if (deviating.length === 0) return `None of the ${frames} deviates.`;
  const numbers = deviating.slice(0, 12).map(({ number }) => number);
  const more = deviating.length > numbers.length ? ", …" : "";
  return `${deviating.length} of ${frames} ${how}: ${numbers.join(", ")}${more}.`;
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
