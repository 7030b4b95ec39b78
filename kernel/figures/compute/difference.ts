import type { ClipScores } from "../../contracts/clipScores.js";
import type { LabelsPayload } from "../../contracts/payloads/clips.js";
import type { Confusion } from "../../metrics/confusion.js";
import { clipCount } from "../../metrics/confusionMatrix.js";
import { nameClips } from "../../metrics/namedClips.js";
import { type Scores, scoresOf } from "../../metrics/scores.js";
import { errorCounts } from "../../metrics/summary.js";
import { type AnsweredClips, answerClips, type ShownMatrix } from "../confusionMatrix/answeredConfusion.js";
import { cellRate } from "../confusionMatrix/confusionCells.js";
import { percent, points } from "../drawing/labelText.js";
import { worded } from "../../words/words.js";

/** Two evaluations to compare: `run` minus `base`. */
export interface ComparedClips {
  readonly labels: LabelsPayload;
  readonly beta: number;
  readonly base: { readonly name: string; readonly clips: readonly ClipScores[] };
  readonly run: { readonly name: string; readonly clips: readonly ClipScores[] };
  readonly title?: string;
}

const emotions: ShownMatrix = { answer: "emotion", folded: new Set() };

/** The matrices of base and run, counted for the same classes. */
export function comparedMatrices(
  compared: ComparedClips,
  shown: ShownMatrix = emotions,
): { base: Confusion; run: Confusion } {
  const { base, run } = comparedAnswers(compared, shown);
  return { base: base.confusion, run: run.confusion };
}

/** The matrices of {@link comparedMatrices}, and where each clip stands in them. */
export function comparedAnswers(
  { labels, beta, base, run }: ComparedClips,
  shown: ShownMatrix,
): { base: AnsweredClips; run: AnsweredClips } {
  const count = (clips: readonly ClipScores[]) => answerClips(clips, labels, beta, shown);
  return { base: count(base.clips), run: count(run.clips) };
}

/** How the figures of the two differ, in sentences. */
export function differenceLines({ labels, beta, base, run }: ComparedClips): string[] {
  const [before, after] = [base, run].map(({ clips }) => {
    const counted = nameClips(clips, labels, beta);
    const answered = clipCount(counted.sentiment.matrix);
    return { ...scoresOf(counted, labels), ...errorCounts(counted, labels), answered };
  });
  const change = (name: keyof Scores, unit = "") =>
    `${points(after[name] - before[name], 1)}${unit} (${percent(before[name], 1)} → ${percent(after[name], 1)} %)`;
  const unit = ` ${worded("points")}`;
  return [
    worded("Emotions: UAR {0}, WAR {1}", change("uar", unit), change("war", unit)),
    worded("Sentiment (own head): UAR {0}, WAR {1}", change("sentimentUar"), change("sentimentWar")),
    worded("Sentiment (group): UAR {0}, WAR {1}", change("groupUar"), change("groupWar")),
    ...(before.answered === after.answered
      ? []
      : [
          worded(
            "The sentiment head's figures rest on {0} clips before and {1} after.",
            before.answered,
            after.answered,
          ),
        ]),
    worded(
      "Errors across groups: {0} before, {1} after; within: {2} before, {3} after.",
      ...[before.errors - before.errorsWithinGroup, after.errors - after.errorsWithinGroup],
      ...[before.errorsWithinGroup, after.errorsWithinGroup],
    ),
  ];
}

/** The title of the difference. */
export function differenceTitle({ title, base, run }: ComparedClips): string {
  return title ?? worded("{0} minus {1}", run.name, base.name);
}

/** Title, table of differences in points of the row, and sentences, for a terminal. */
export function differenceText(compared: ComparedClips): string {
  const { base, run } = comparedMatrices(compared);
  const names = run.classes.map(({ name }) => [...name].slice(0, 16).join(""));
  const left = Math.max(...names.map((name) => name.length));
  const change = (row: number, column: number) =>
    points(cellRate(run, "row rate", row, column) - cellRate(base, "row rate", row, column));
  const rows = names.map((name, row) => {
    const cells = names.map((_, column) => change(row, column));
    return name.padEnd(left) + cells.map((cell) => cell.padStart(6)).join("");
  });
  const heads = names.map((name) => [...name].slice(0, 4).join("").padStart(6)).join("");
  const table = ["".padEnd(left) + heads, ...rows];
  return [differenceTitle(compared), "", ...table, "", ...differenceLines(compared)].join("\n");
}
