import { html, nothing, type TemplateResult } from "lit-html";
import { points } from "../../kernel/aen/views/drawing/names.js";
import type {
  AblationBoardPayload,
  ArmPayload,
  PairedClipsPayload,
} from "../../kernel/aen/views/payload/ablationBoard.js";
import { type DataTable, tableTemplate } from "../frame/dataTable.js";

/** What is known of an arm: effect by emotion, and its runs. */
export function armDetails(arm: ArmPayload, board: AblationBoardPayload): TemplateResult {
  return html`${arm.changes ? html`<p>${arm.changes}</p>` : nothing}
  ${arm.effect?.recall ? tableTemplate(recallTable(arm, board)) : nothing} ${tableTemplate(runsTable(arm))}
  ${
    arm.pairedClips && arm.pairedClips.length > 0
      ? tableTemplate(pairedClipsTable(arm.pairedClips, board))
      : nothing
  }`;
}

/** It says nothing about other seeds, so it is no test of the arm. */
function pairedClipsTable(pairs: readonly PairedClipsPayload[], { arms }: AblationBoardPayload): DataTable {
  return {
    caption:
      "Clips that only one of the two runs named right, by seed (McNemar's exact test of the two runs)",
    columns: ["seed", `only ${arms[0].name}`, "only this arm", "p"],
    rows: pairs.map(({ seed, onlyBase, onlyArm, p }) => [
      seed,
      onlyBase,
      onlyArm,
      p < 0.001 ? "< 0.001" : p.toFixed(3),
    ]),
  };
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
