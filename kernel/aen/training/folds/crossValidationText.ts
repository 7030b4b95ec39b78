import type { Scores } from "../../metrics/scores.js";
import type { CrossValidation, FoldResult } from "./crossValidation.js";

const columns = [
  ["UAR", "uar"],
  ["WAR", "war"],
  ["macro F1", "macroF1"],
  ["sent. UAR", "sentimentUar"],
  ["sent. WAR", "sentimentWar"],
] as const;

/** The table of folds as it reads in a terminal. */
export function crossValidationText(result: CrossValidation): string {
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
      : `${folds.length} of ${count} folds; the same call with { resume: "${result.id}" } goes on`;
  return [`${done}, ${peopleLine(folds)}`, head, ...rows, ...summary].join("\n");
}

/** Whether anybody is seen on both sides of a fold. */
function peopleLine(folds: readonly FoldResult[]): string {
  const known = folds.every(({ clips }) =>
    [...clips.train, ...clips.test].every(({ identity }) => identity !== null),
  );
  if (!known) return "it is not known who is seen in every clip";
  const shared = folds.filter(({ clips }) => {
    const trained = new Set(clips.train.identities);
    return clips.test.identities.some((identity) => trained.has(identity));
  });
  if (shared.length === 0) return "nobody is in both parts of a fold";
  return `people are in both parts of fold ${shared.map(({ fold }) => fold).join(", ")}: figures are too good for new people`;
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`;
}
