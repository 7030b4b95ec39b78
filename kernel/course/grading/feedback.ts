import type { Notebook, NotebookCell } from "../../notebook/notebookFile.js";
import { sourceOf } from "../../exercises/exerciseCell.js";
import type { CellChange } from "../../exercises/changedCells.js";
import { hiddenTestMarks, replaceRegions } from "../regions.js";
import { type GradeRecord, totals } from "./gradeRecord.js";

/** A student's page: points and hints on top, then the notebook as it ran, without the text of hidden tests. */
export function feedbackNotebook(record: GradeRecord, executed: Notebook): Notebook {
  const summary: NotebookCell = {
    id: "feedback",
    cell_type: "markdown",
    metadata: {},
    source: summaryOf(record),
  };
  return { ...executed, cells: [summary, ...executed.cells.map(withoutHiddenTests)] };
}

function withoutHiddenTests(cell: NotebookCell): NotebookCell {
  const source = sourceOf(cell);
  if (!source.includes(hiddenTestMarks.begin)) return cell;
  try {
    return { ...cell, source: replaceRegions(source, hiddenTestMarks, null) ?? source };
  } catch {
    return cell;
  }
}

function summaryOf(record: GradeRecord): string {
  const { points, of, byHand } = totals(record);
  const rows = record.cells.map(
    ({ gradeId, points: reached, maxPoints, message }) =>
      `| ${inline(gradeId)} | ${reached ?? "to be read"} | ${maxPoints} | ${inline(message ?? "")} |`,
  );
  return [
    `# ${inline(record.lesson)}: ${points} of ${of} points`,
    ...(byHand > 0 ? [`A person reads your free answers, for up to ${byHand} points more.`] : []),
    ...(record.problem === undefined ? [] : [`**${inline(record.problem)}**`]),
    ...record.changes.map(told),
    ["| exercise | points | of | hint |", "| --- | --- | --- | --- |", ...rows].join("\n"),
  ].join("\n\n");
}

function told({ gradeId, change }: CellChange): string {
  const what = { changed: "was changed", deleted: "was deleted", "there twice": "was there twice" }[change];
  return `The locked cell ${inline(gradeId)} ${what}; it was graded as it was handed out.`;
}

/** Text of a submission as text in Markdown, on one line. */
function inline(text: string): string {
  return text
    .slice(0, 500)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]()#+!|<>&~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
