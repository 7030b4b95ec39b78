import type { Datum } from "../drawing/layers.js";
import type { Theme } from "../theme.js";

/** Fonts and colours of charts with axes. */
export function boardConfig(theme: Theme): Datum {
  return {
    font: theme.font,
    view: { stroke: null },
    axis: {
      labelColor: theme.faintInk,
      titleColor: theme.faintInk,
      domainColor: theme.line,
      tickColor: theme.line,
      gridColor: theme.line,
      gridOpacity: 0.5,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: "normal",
      labelOverlap: true,
    },
    title: { color: theme.ink, fontSize: 12, fontWeight: 600, anchor: "start", frame: "group", offset: 6 },
    text: { fill: theme.ink, font: theme.font, fontSize: 11 },
    legend: { labelColor: theme.ink, titleColor: theme.ink, labelFontSize: 11, titleFontSize: 11 },
  };
}

/** What an axis of values takes beside its chart, in pixels: its labels and ticks. */
export const axisRoom = 46;

const digits = "['⁰','¹','²','³','⁴','⁵','⁶','⁷','⁸','⁹']";
const exponent = "floor(log(abs(datum.value)) / LN10 + 1e-9)";
/** Such as "5·10⁻⁴": the ticks of two or three steps have one digit. */
const powerOfTen = `format(datum.value / pow(10, ${exponent}), '~g') + '·10⁻' + ${digits}[min(9, -${exponent})]`;

/** Numbers that would not fit beside an axis are shortened: 12k, 5·10⁻⁴. */
const shortNumber = [
  "datum.value == 0 ? '0'",
  "abs(datum.value) >= 1e4 ? format(datum.value, '~s')",
  `datum.value != 0 && abs(datum.value) < 1e-3 ? ${powerOfTen}`,
  "datum.label",
].join(" : ");

/** An axis of values; two ticks, or about as many as asked. */
export function valueAxis(change: Datum = {}): Datum {
  return {
    ...{ tickCount: 2, grid: true, title: null, labelExpr: shortNumber },
    ...{ minExtent: axisRoom - 6, ...change },
  };
}

/** An axis of whole epochs from 0 to the last. @param title null hides the labels too */
export function epochAxis(last: number, width: number, title: string | null): Datum {
  const tickCount = Math.max(1, Math.min(Math.ceil(last), Math.floor(width / 40)));
  return {
    field: "epoch",
    type: "quantitative",
    scale: { domain: [0, last], nice: false },
    axis: { tickCount, tickMinStep: 1, format: "d", grid: false, title, labels: title !== null },
  };
}
