import { html, nothing, type TemplateResult } from "lit-html";
import { points } from "../../kernel/figures/drawing/labelText.js";
import type {
  AblationBoardPayload,
  ArmPayload,
  EstimatePayload,
  PairedClipsPayload,
} from "../../kernel/contracts/payloads/ablationBoard.js";
import { type DataTable, tableTemplate } from "../view/dataTable.js";
import { worded } from "../../kernel/words/words.js";

/** Details of an arm: its effect by emotion, and its runs. */
export function armDetails(arm: ArmPayload, board: AblationBoardPayload): TemplateResult {
  return html`${arm.changes ? html`<p>${arm.changes}</p>` : nothing}
  ${recallTables(arm, board).map(tableTemplate)} ${tableTemplate(runsTable(arm))}
  ${
    arm.pairedClips && arm.pairedClips.length > 0
      ? tableTemplate(pairedClipsTable(arm.pairedClips, board))
      : nothing
  }`;
}

/** It says nothing about other seeds, so it is not a test of the arm. */
function pairedClipsTable(pairs: readonly PairedClipsPayload[], { arms }: AblationBoardPayload): DataTable {
  return {
    caption: worded(
      "Clips that only one of the two runs classified correctly, by seed (McNemar's exact test of the two runs)",
    ),
    columns: [worded("seed"), worded("only {0}", arms[0].name), worded("only this arm"), "p"],
    rows: pairs.map(({ seed, onlyBase, onlyArm, p }) => [
      seed,
      onlyBase,
      onlyArm,
      p < 0.001 ? "< 0.001" : p.toFixed(3),
    ]),
  };
}

function recallTables({ effect }: ArmPayload, { labels }: AblationBoardPayload): DataTable[] {
  const groups = labels.groups.map(({ name }) => name);
  return [
    ...(effect?.recall ? [recallTable(worded("emotion"), labels.emotions, effect.recall)] : []),
    ...(effect?.sentimentRecall
      ? [recallTable(worded("sentiment (own head)"), groups, effect.sentimentRecall)]
      : []),
  ];
}

function recallTable(what: string, names: readonly string[], recall: readonly EstimatePayload[]): DataTable {
  const rate = (value: number | null) => (value === null ? null : points(value, 1));
  return {
    caption: worded("Difference of recall by {0}, points", what),
    columns: [what, worded("difference"), worded("from"), worded("to")],
    rows: recall.map(({ value, low, high }, c) => [names[c] ?? null, rate(value), rate(low), rate(high)]),
  };
}

function runsTable({ name, runs }: ArmPayload): DataTable {
  const rate = (value: number | null | undefined) =>
    typeof value === "number" ? (value * 100).toFixed(1) : null;
  return {
    caption: worded("Runs of {0}", name),
    columns: [
      ...[worded("seed"), worded("fold"), worded("state"), "UAR %", "WAR %"],
      ...[worded("sentiment UAR % (own head)"), worded("sentiment UAR % (group)"), worded("message")],
    ],
    rows: runs.map((run) => [
      run.seed,
      run.fold ?? null,
      worded(run.state),
      rate(run.uar),
      rate(run.war),
      rate(run.sentimentUar),
      rate(run.groupUar),
      run.message ?? null,
    ]),
  };
}
