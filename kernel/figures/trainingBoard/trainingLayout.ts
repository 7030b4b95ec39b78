import { axisRoom } from "./chartStyle.js";

/** Where the charts of a training board are, in pixels. */
export interface TrainingLayout {
  /** How many small charts each column has, from the left. */
  readonly columns: readonly number[];
  /** The size of a small chart, without its axes. */
  readonly small: { readonly width: number; readonly height: number };
  /** Width of a chart over all columns. */
  readonly wide: number;
  /** The size of the validation's chart; null where there is none. */
  readonly rates: { readonly width: number; readonly height: number } | null;
  /** Whether the validation is beside the small charts; else it is above them. */
  readonly beside: boolean;
}

export interface TrainingLayoutInput {
  /** Of the whole board. */
  readonly width: number;
  readonly smallCharts: number;
  readonly hasRates: boolean;
}

/** Between charts that are side by side, and between those below each other. */
export const columnGap = 22;
export const rowGap = 14;
const padding = 8;
/** A small chart is at least so wide where there are several in a row. */
const leastSmall = 155;
/** What a small chart takes beside its height: its names above, the axis' end below, the gap. */
const rowExtra = 36;
const ratesExtra = 62;

/** Small charts in as many columns as have room; the validation beside them from 760 pixels, above them below that. */
export function trainingLayout({ width, smallCharts, hasRates }: TrainingLayoutInput): TrainingLayout {
  const inner = width - padding;
  const beside = hasRates && width >= 760;
  const left = beside ? Math.round((inner - columnGap) * (width < 1000 ? 0.62 : 0.66)) : inner;
  const columns = inColumns(smallCharts, left);
  const small = Math.floor((left - (columns.length - 1) * columnGap) / columns.length) - axisRoom;
  const rows = columns[0];
  const height = rows > 4 ? 34 : 44;
  const tall = rows * (height + rowExtra) - ratesExtra;
  const ratesWidth = (beside ? inner - left - columnGap : inner) - axisRoom;
  const rates = { width: ratesWidth, height: beside ? Math.max(150, Math.min(360, tall)) : 150 };
  return {
    columns,
    small: { width: small, height },
    wide: left - axisRoom,
    rates: hasRates ? rates : null,
    beside,
  };
}

/** The charts in order, the first column first; columns differ by one chart at most. */
function inColumns(charts: number, room: number): number[] {
  const fitting = Math.max(1, Math.floor((room + columnGap) / (leastSmall + axisRoom + columnGap)));
  const columns = Math.min(fitting, 4, Math.max(1, charts));
  const least = Math.floor(charts / columns);
  return Array.from({ length: columns }, (_, i) => Math.max(1, least + (i < charts % columns ? 1 : 0)));
}
