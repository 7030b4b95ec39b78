/** Where one reliability diagram is, in pixels. */
export interface PanelPlace {
  readonly left: number;
  /** Of the plot of right answers: 100 % is at its top. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the clips by confidence, below the plot: its bottom and its height. */
  readonly floor: number;
  readonly strip: number;
}

export interface ReliabilityLayout {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly PanelPlace[];
}

/** Left of the first plot, for the ticks. */
const axis = 44;
/** Right of the last plot, for half of the last tick. */
const edge = 16;
const gap = 34;
/** Height of the key, of the axes' names and of the panels' own titles. */
export const keyHeight = 26;
const headingHeight = 24;
const strip = 46;
/** Room for the clips' numbers between the plot and the strip's highest bar. */
const stripGap = 22;
/** Ticks and the name of the axis below. */
const below = 36;
const widest = 520;
const highest = 300;

/** One or two diagrams beside each other; never wider than is readable. */
export function reliabilityLayout(count: number, width: number): ReliabilityLayout {
  const panel = Math.min(widest, Math.floor((width - axis - edge - (count - 1) * gap) / count));
  const height = Math.min(highest, panel);
  const top = keyHeight + headingHeight;
  const floor = top + height + stripGap + strip;
  const panels = Array.from({ length: count }, (_, i) => ({
    ...{ left: axis + i * (panel + gap), top, width: panel, height, floor, strip },
  }));
  return { width: axis + count * panel + (count - 1) * gap + edge, height: floor + below, panels };
}
