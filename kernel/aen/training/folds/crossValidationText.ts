import { percent } from "../../../metrics/percent.js";
import type { Scores } from "../../../metrics/scores.js";
import { facelessText } from "../../clips/facelessText.js";
import { personsOf } from "../../clips/personOf.js";
import type { ClipSet, TrainAndTest } from "../../clips/clipSet.js";

/** What the table shows for a fold. */
interface FoldRow {
  /** Counted from 1. */
  readonly fold: number;
  readonly clips: TrainAndTest;
  /** On the held-out clips. */
  readonly evaluation: Scores;
}

/** What the table shows for a cross-validation. */
export interface FoldsTable {
  /** The id by which it is resumed when folds are missing. */
  readonly id: string;
  readonly state: "finished" | "stopped";
  /** The planned number of folds. */
  readonly count: number;
  readonly folds: readonly FoldRow[];
  readonly mean: Scores;
  readonly standardDeviation: Scores;
  /** All held-out clips evaluated together; read only when there is a fold. */
  readonly pooled: Scores & { readonly clips: ClipSet };
}

const columns = [
  ["UAR", "uar"],
  ["WAR", "war"],
  ["macro F1", "macroF1"],
  ["sent. UAR", "sentimentUar"],
  ["sent. WAR", "sentimentWar"],
  ["group UAR", "groupUar"],
  ["group WAR", "groupWar"],
] as const;

/** The table of folds as shown in a terminal. */
export function crossValidationText(result: FoldsTable): string {
  const { folds, count, state } = result;
  const head = `${"".padEnd(12)}${"clips".padStart(7)}${columns.map(([name]) => name.padStart(11)).join("")}`;
  const line = (name: string, clips: number, scores: Scores) =>
    `${name.padEnd(12)}${String(clips || "").padStart(7)}` +
    columns.map(([, key]) => percent(scores[key]).padStart(11)).join("");
  const rows = folds.map(({ fold, clips, evaluation }) =>
    line(`fold ${fold}`, clips.test.length, evaluation),
  );
  const summary = [
    ...(folds.length > 0 ? [line("mean", 0, result.mean)] : []),
    ...(folds.length > 1 ? [line("deviation", 0, result.standardDeviation)] : []),
    ...(folds.length > 0 ? [line("all clips", result.pooled.clips.length, result.pooled)] : []),
  ];
  const done =
    state === "finished"
      ? `${count} folds`
      : `${folds.length} of ${count} folds; the same call with { resume: "${result.id}" } continues`;
  const faceless = folds.length > 0 ? facelessText(result.pooled.clips.clips) : "";
  const notes = faceless ? [`Of the held-out clips, ${faceless}.`] : [];
  return [`${done}, ${peopleLine(folds)}`, head, ...rows, ...summary, ...notes].join("\n");
}

/** Says whether any person appears on both sides of a fold. */
function peopleLine(folds: readonly FoldRow[]): string {
  const known = folds.every(({ clips }) =>
    [...clips.train, ...clips.test].every(({ identity }) => identity !== null),
  );
  if (!known) return "some clips have no identity";
  const shared = folds.filter(({ clips }) => {
    const trained = personsOf(clips.train);
    return [...personsOf(clips.test)].some((person) => trained.has(person));
  });
  if (shared.length === 0) return "nobody is in both the training and the test clips of a fold";
  return `some people are in both the training and the test clips of fold ${shared.map(({ fold }) => fold).join(", ")}: scores are too high for new people`;
}
