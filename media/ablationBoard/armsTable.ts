import type { AblationBoardPayload, ArmPayload } from "../../kernel/contracts/payloads/ablationBoard.js";
import { armSentences, sortedArms } from "../../kernel/figures/ablationBoard/ablationSpec.js";
import { type DrawnFigure, drawnFigures, effectOn } from "../../kernel/figures/ablationBoard/armFigures.js";
import { points } from "../../kernel/figures/drawing/labelText.js";
import type { DataTable } from "../view/dataTable.js";
import { worded } from "../../kernel/words/words.js";

const names = {
  uar: "UAR",
  sentimentUar: "sentiment UAR (own head)",
  groupUar: "sentiment UAR (group)",
} as const satisfies Record<DrawnFigure, string>;

/** All arms as a table: weights, each figure with its difference from the base, and what is concluded. */
export function armsTable(payload: AblationBoardPayload): DataTable {
  const { terms } = payload;
  return {
    caption: worded(
      "Arms: weights of the terms, figures in percent, differences from the base in points with their 95 % intervals",
    ),
    shown: (value, column) => {
      const figures = column - 1 - terms.length;
      if (figures < 0) return String(value);
      if (figures >= 4 * drawnFigures.length) return value < 0.001 ? "< 0.001" : value.toFixed(3);
      return figures % 4 === 0 ? `${value.toFixed(1)} %` : points(value / 100, 1);
    },
    columns: [
      ...[worded("arm"), ...terms],
      ...drawnFigures.flatMap((figure) => [worded(names[figure]), ...columnsOf(figure)]),
      ...[worded("p (Dunnett)"), worded("verdict")],
    ],
    rows: sortedArms(payload).map((arm, row) => [
      arm.name,
      ...terms.map((_, i) => arm.weights[i] ?? null),
      ...drawnFigures.flatMap((figure) => cells(arm, figure)),
      arm.effect?.pValue ?? null,
      armSentences(arm, row === 0).join(". "),
    ]),
  };
}

function columnsOf(figure: DrawnFigure): string[] {
  const prefix = figure === "uar" ? "" : `${worded(names[figure])}: `;
  return [worded("difference"), worded("from"), worded("to")].map((column) => prefix + column);
}

function cells(arm: ArmPayload, figure: DrawnFigure): (number | null)[] {
  const effect = effectOn(arm.effect, figure);
  return [arm[figure]?.value, effect?.value, effect?.low, effect?.high].map(percentage);
}

function percentage(rate: number | null | undefined): number | null {
  return typeof rate === "number" ? Math.round(rate * 1e4) / 100 : null;
}
