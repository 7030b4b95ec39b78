import { textWidth } from "./drawing/names.js";
import type { AblationBoardPayload } from "./payload/ablationBoard.js";

/** Where the parts of an ablation board lie, in pixels. */
export interface AblationLayout {
  readonly width: number;
  readonly names: number;
  readonly dots: number;
  readonly top: number;
  readonly rowHeight: number;
  /** Where the dots of a row lie, below its top. */
  readonly dotLine: number;
  /** Names stand above their dots, and verdicts are left to the page. */
  readonly narrow: boolean;
  readonly plot: number;
  /** Left edges of the plots of UAR and, where there is room, of sentiment UAR. */
  readonly plots: readonly number[];
}

/** From one term's dot to the next. */
export const dotStep = 22;
const plotGap = 44;
/** Below this width, in pixels, the picture has no room for verdicts: the page tells them beside it. */
export const narrowBoard = 520;

export function ablationLayout({ arms, terms }: AblationBoardPayload, width: number): AblationLayout {
  const narrow = width < narrowBoard;
  const longest = Math.max(60, ...arms.map(({ name }) => textWidth(name, 13) + 18));
  const names = narrow ? 0 : Math.min(longest, width < 640 ? 130 : 220);
  const dots = terms.length * dotStep;
  const count = narrow ? 1 : 2;
  const room = width - names - dots - 36 - (count - 1) * plotGap;
  const plot = Math.max(80, Math.min(240, room / count));
  const top = 26 + Math.min(110, Math.max(20, ...terms.map((term) => textWidth(term) * 0.75)));
  const first = names + dots + 16;
  const plots = [first, first + plot + plotGap].slice(0, count);
  const rowHeight = narrow ? 54 : 46;
  const dotLine = narrow ? 39 : 20;
  const all = Math.ceil(plots.at(-1)! + plot + 18);
  return { width: all, names, dots, top, rowHeight, dotLine, narrow, plot, plots };
}
