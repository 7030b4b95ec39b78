import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { type CalibrationBin, expectedCalibrationError } from "../../metrics/calibration.js";

/** How far the probability of the named emotion is from the share of right answers. Displays as a reliability table. */
export class Calibration implements Displayable {
  /** Expected calibration error, 0 to 1; NaN without labelled clips. */
  readonly ece: number;

  constructor(readonly bins: readonly CalibrationBin[]) {
    this.ece = expectedCalibrationError(bins);
  }

  /** The clips that it rests on: those with a label and finite scores. */
  get clips(): number {
    return this.bins.reduce((sum, { clips }) => sum + clips, 0);
  }

  toString(): string {
    if (this.clips === 0) return "Calibration: no clip has both a label and a finite score.";
    const error = `Expected calibration error ${percent(this.ece)} % over ${this.clips} clips, ${this.bins.length} bins`;
    const filled = this.bins.filter(({ clips }) => clips > 0);
    return [error, "   confidence  clips  mean confidence    right", ...filled.map(row)].join("\n");
  }

  [displayMethod](): MimeBundle {
    return { "text/plain": this.toString() };
  }
}

function row({ from, to, clips, confidence, accuracy }: CalibrationBin): string {
  const range = `${percent(from)} to ${percent(to)}`.padStart(13);
  const mean = `${percent(confidence)} %`.padStart(15);
  return `${range}  ${String(clips).padStart(5)}  ${mean}  ${`${percent(accuracy)} %`.padStart(7)}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
