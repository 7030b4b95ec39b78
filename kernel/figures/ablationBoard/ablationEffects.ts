import type { AblationLayout } from "./ablationLayout.js";
import type { Datasets, Datum } from "../drawing/layers.js";
import { concludedOn, drawnFigures, effectOn } from "./armFigures.js";
import { points } from "../drawing/labelText.js";
import type { ArmPayload, EstimatePayload } from "../../contracts/payloads/ablationBoard.js";
import type { Theme } from "../theme.js";

/** How far the outermost axis labels move inwards, so that those of adjacent plots do not collide. */
const tickInset = 11;

/** The arms' differences from the base with their intervals, on a common axis. */
export function ablationEffects(
  arms: readonly ArmPayload[],
  layout: AblationLayout,
  theme: Theme,
  height: number,
): Datasets {
  const figures = drawnFigures.slice(0, layout.plots.length);
  const reach = axisReach(arms);
  const at = (plot: number, value: number) =>
    layout.plots[plot] + layout.plot * (0.5 + Math.max(-1, Math.min(1, value / reach)) / 2);
  const values = arms.flatMap((arm, row) =>
    figures.flatMap((figure, plot) => {
      const estimate = effectOn(arm.effect, figure);
      if (!isKnown(estimate)) return [];
      const y = layout.top + row * layout.rowHeight + layout.dotLine;
      const color = concludedOn(arm.effect!, figure)?.shown ? theme.accent : theme.faintInk;
      return [
        {
          x: at(plot, estimate.value),
          low: at(plot, estimate.low),
          high: at(plot, estimate.high),
          y,
          color,
          value: estimate.value,
        },
      ];
    }),
  );
  const ends = [-reach, 0, reach];
  return {
    zero: layout.plots.flatMap((_, plot) =>
      arms.map((_arm, row) => {
        const y = layout.top + row * layout.rowHeight + layout.dotLine;
        return { x: at(plot, 0), x2: at(plot, 0), y: y - 6, y2: y + 8 };
      }),
    ),
    ticks: layout.plots.flatMap((_, plot) =>
      ends.map((value) => ({
        x: at(plot, value) - Math.sign(value) * tickInset,
        y: height - 10,
        text: points(value),
      })),
    ),
    intervals: values.map(({ low, high, y, color }): Datum => ({ x: low, x2: high, y, y2: y, color })),
    values,
    figures: values.map(({ x, y, value }) => ({ x, y: y - 11.5, text: points(value, 1) })),
  };
}

type Known = { readonly value: number; readonly low: number; readonly high: number };

function isKnown(estimate: EstimatePayload | undefined): estimate is Known {
  return [estimate?.value, estimate?.low, estimate?.high].every((one) => typeof one === "number");
}

/** Half the width of the common axis: a round number of points that covers every interval. */
function axisReach(arms: readonly ArmPayload[]): number {
  const ends = arms.flatMap(({ effect }) =>
    drawnFigures
      .map((figure) => effectOn(effect, figure))
      .filter(isKnown)
      .flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]),
  );
  const largest = Math.max(0.01, ...ends);
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5].find((round) => round >= largest) ?? 1;
}
