import type { VegaLiteSpec } from "../../kernel/figures/drawing/layers.js";
import type { ArmPayload } from "../../kernel/contracts/payloads/ablationBoard.js";
import type { Theme } from "../../kernel/figures/theme.js";
import { boardConfig } from "../../kernel/figures/trainingBoard/chartStyle.js";
import { worded } from "../../kernel/words/words.js";

/** Learning curves of an arm and the base: a thin line per run, a thick one for the mean. */
export function curvesSpec(base: ArmPayload, arm: ArmPayload, width: number, theme: Theme): VegaLiteSpec {
  const arms = base === arm ? [base] : [base, arm];
  const values = arms.flatMap(({ name, runs }) =>
    runs.flatMap(({ seed, fold, curve }) =>
      (curve ?? [])
        .map((uar, i) => ({ arm: name, run: `${seed}/${fold ?? 0}`, epoch: i + 1, uar }))
        .filter(({ uar }) => uar !== null),
    ),
  );
  const x = {
    field: "epoch",
    type: "quantitative",
    axis: { tickMinStep: 1, grid: false, title: worded("epoch") },
  };
  const y = { field: "uar", type: "quantitative", axis: { format: ".0%", title: null } };
  const color = {
    field: "arm",
    type: "nominal",
    scale: { domain: arms.map(({ name }) => name), range: [theme.faintInk, theme.accent] },
    legend: { title: null, orient: "top" },
  };
  const dash = {
    ...color,
    legend: null,
    scale: {
      ...color.scale,
      range: [
        [4, 3],
        [1, 0],
      ],
    },
  };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description:
      base === arm
        ? worded("UAR by epoch of {0}", base.name)
        : worded("UAR by epoch of {0} and {1}", base.name, arm.name),
    background: theme.background,
    padding: 4,
    width: Math.min(520, width - 60),
    height: 160,
    config: boardConfig(theme),
    datasets: { curves: values },
    data: { name: "curves" },
    layer: [
      {
        mark: { type: "line", strokeWidth: 1, opacity: 0.45 },
        encoding: { x, y, color, detail: { field: "run" } },
      },
      {
        mark: { type: "line", strokeWidth: 2.5 },
        encoding: { x, y: { ...y, aggregate: "mean" }, color, strokeDash: dash },
      },
    ],
  };
}
