import type { CalibrationBin } from "../../metrics/calibration.js";
import type { CalibrationFigures, ScaledCalibration } from "../../metrics/calibrationFigures.js";
import { peopleSentence } from "../peopleSentence.js";
import type { TemperatureFit } from "../../metrics/temperature.js";

/** What a report on calibration says. */
export interface ReportedCalibration {
  readonly figures: CalibrationFigures;
  readonly scaled: ScaledCalibration | null;
}

/** The figures in sentences of at most 80 characters, and what makes them doubtful. */
export function calibrationLines({ figures, scaled }: ReportedCalibration): string[] {
  const { clips, bins, ece, interval, noInterval, people, nameless } = figures;
  if (clips === 0) return ["Calibration: no clip has both a label and a finite score."];
  return [
    `Expected calibration error ${percent(ece)} % over ${clips} clips, ${bins.length} bins.`,
    ...(interval ? [`${intervalSentence(figures)}.`, peopleSentence(people, nameless)] : [noInterval!]),
    ...(scaled ? scaledLines(scaled) : []),
  ];
}

function intervalSentence({ interval, debiased }: CalibrationFigures): string {
  const { low, high, level } = interval!;
  const ends = `${Number((100 * level).toFixed(2))} % interval ${percent(low)} to ${percent(high)} %`;
  return `${ends}; without what chance adds: ${percent(debiased)} %`;
}

function scaledLines({ figures, fit, sharedClips, sharedPeople }: ScaledCalibration): string[] {
  const { ece, interval } = figures;
  return [
    `Scaled with temperature ${temperatureText(fit)}: ${percent(ece)} %.`,
    ...(interval ? [`${intervalSentence(figures)}.`] : []),
    ...temperatureLines(fit),
    ...sharedLines(figures, sharedClips, sharedPeople),
  ];
}

/** What a temperature was fitted on, and that it ends at a bound where it does. */
export function temperatureLines({ clips, nllUnscaled, nll, bound }: TemperatureFit): string[] {
  const fitted = `Temperature fitted on ${clips} clips: their NLL ${nllUnscaled.toFixed(3)} became ${nll.toFixed(3)}.`;
  if (bound === null) return [fitted];
  const why = bound === "lowest" ? "all clips are right" : "sure answers are no better than guesses";
  return [fitted, `It is the ${bound} that is tried: ${why}. Fit it on more clips.`];
}

function sharedLines(
  { clips, people, nameless }: CalibrationFigures,
  sharedClips: number,
  sharedPeople: number,
): string[] {
  const judged = people === null ? `${sharedPeople}` : `${sharedPeople} of ${people - nameless}`;
  const lines = [
    ...(sharedClips > 0
      ? [`Warning: ${sharedClips} of ${clips} clips have ids of clips that it was fitted on.`]
      : []),
    ...(sharedPeople > 0 ? [`Warning: ${judged} people are named like some that it was fitted on.`] : []),
  ];
  return lines.length > 0 ? [...lines, "The scaled error is then too small: fit on other clips."] : [];
}

/** Three digits of a temperature. */
export function temperatureText({ value }: Pick<TemperatureFit, "value">): string {
  return String(Number(value.toPrecision(3)));
}

/** Sentences and reliability tables, for a terminal. */
export function calibrationText(report: ReportedCalibration): string {
  const { figures, scaled } = report;
  const lines = calibrationLines(report);
  if (figures.clips === 0) return lines.join("\n");
  const rows = [...lines, ...table(figures.bins)];
  return (
    scaled
      ? [...rows, `Scaled with temperature ${temperatureText(scaled.fit)}`, ...table(scaled.figures.bins)]
      : rows
  ).join("\n");
}

function table(bins: readonly CalibrationBin[]): string[] {
  return [
    "   confidence  clips  mean confidence    right",
    ...bins.filter(({ clips }) => clips > 0).map(row),
  ];
}

function row({ from, to, clips, confidence, accuracy }: CalibrationBin): string {
  const range = `${percent(from)} to ${percent(to)}`.padStart(13);
  const mean = `${percent(confidence)} %`.padStart(15);
  return `${range}  ${String(clips).padStart(5)}  ${mean}  ${`${percent(accuracy)} %`.padStart(7)}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
