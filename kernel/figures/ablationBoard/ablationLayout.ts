import { sentimentLines } from "./armFigures.js";
import { textWidth } from "../drawing/labelText.js";
import type { AblationBoardPayload } from "../../contracts/payloads/ablationBoard.js";

/** The layout of an ablation board, in pixels. */
export interface AblationLayout {
  readonly width: number;
  readonly names: number;
  readonly dots: number;
  readonly top: number;
  readonly rowHeight: number;
  /** Offset of a row's dots from its top. */
  readonly dotLine: number;
  /** Names are above their dots, and verdicts are left to the page. */
  readonly narrow: boolean;
  readonly plot: number;
  /** Left edges of the plots of the drawn figures, as many as there is room for. */
  readonly plots: readonly number[];
}

/** Distance between adjacent terms' dots. */
export const dotStep = 22;
const plotGap = 44;
/** Below this width, in pixels, the picture has no room for verdicts: the page shows them next to it. */
export const narrowBoard = 520;

/** Below this width, in pixels, only UAR and the sentiment head's are drawn. */
const widestWithTwo = 760;
/** Distance between the lines of an arm's sentences. */
export const lineHeight = 16;

export function ablationLayout({ arms, terms }: AblationBoardPayload, width: number): AblationLayout {
  const extraLines = Math.max(0, ...arms.map((arm) => sentimentLines(arm).length));
  const narrow = width < narrowBoard;
  const longest = Math.max(60, ...arms.map(({ name }) => textWidth(name, 13) + 18));
  const names = narrow ? 0 : Math.min(longest, width < 640 ? 130 : 220);
  const dots = terms.length * dotStep;
  const count = narrow ? 1 : width < widestWithTwo ? 2 : 3;
  const room = width - names - dots - 36 - (count - 1) * plotGap;
  const plot = Math.max(80, Math.min(320, room / count));
  const top = 26 + Math.min(110, Math.max(20, ...terms.map((term) => textWidth(term) * 0.75)));
  const first = names + dots + 16;
  const plots = Array.from({ length: count }, (_, i) => first + i * (plot + plotGap));
  const rowHeight = narrow ? 54 : 46 + extraLines * lineHeight;
  const dotLine = narrow ? 39 : 20;
  const all = Math.ceil(plots.at(-1)! + plot + 18);
  return { width: all, names, dots, top, rowHeight, dotLine, narrow, plot, plots };
}
