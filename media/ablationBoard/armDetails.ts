import { html, nothing, type TemplateResult } from "lit-html";
import { points } from "../../kernel/aen/views/drawing/names.js";
import type { AblationBoardPayload, ArmPayload } from "../../kernel/aen/views/payload/ablationBoard.js";
import { type DataTable, tableTemplate } from "../frame/dataTable.js";

/** What is known of an arm: effect by emotion, and its runs. */
export function armDetails(arm: ArmPayload, board: AblationBoardPayload): TemplateResult {
  return html`${arm.changes ? html`<p>${arm.changes}</p>` : nothing}
  ${arm.effect?.recall ? tableTemplate(recallTable(arm, board)) : nothing} ${tableTemplate(runsTable(arm))}`;
}

function recallTable(arm: ArmPayload, { labels }: AblationBoardPayload): DataTable {
  const rate = (value: number | null) => (value === null ? null : points(value, 1));
  return {
    caption: "Difference of recall by emotion, points",
    columns: ["emotion", "difference", "from", "to"],
    rows: arm.effect!.recall!.map(({ value, low, high }, c) => [
      labels.emotions[c] ?? null,
      rate(value),
      rate(low),
      rate(high),
    ]),
  };
}

function runsTable({ name, runs }: ArmPayload): DataTable {
  const rate = (value: number | null | undefined) =>
    typeof value === "number" ? (value * 100).toFixed(1) : null;
  return {
    caption: `Runs of ${name}`,
    columns: ["seed", "fold", "state", "UAR %", "WAR %", "sentiment UAR %", "message"],
    rows: runs.map((run) => [
      run.seed,
      run.fold ?? null,
      run.state,
      rate(run.uar),
      rate(run.war),
      rate(run.sentimentUar),
      run.message ?? null,
    ]),
  };
}
