import type { ExerciseCheckPayload } from "../../contracts/payloads/exerciseCheck.js";
import { textWidth } from "../drawing/labelText.js";
import { type Datum, texts, type VegaLiteSpec } from "../drawing/layers.js";
import { pictureSpec } from "../drawing/picture.js";
import type { Theme } from "../theme.js";
import { checkState, checkText, frameTexts, stateSigns, stateWords } from "./frameTexts.js";

export interface ExerciseCheckDrawing {
  readonly payload: ExerciseCheckPayload;
  /** In pixels; text is broken at it. */
  readonly width: number;
  readonly theme: Theme;
}

const line = 19;
const indent = 20;

/** What a check has found, as lines of text: state, parts, hint. */
export function exerciseCheckSpec({ payload, width, theme }: ExerciseCheckDrawing): VegaLiteSpec {
  const rows = rowsOf(payload, width);
  const place = (row: Row, at: number): Datum => ({ x: row.indent, y: at * line + line / 2, text: row.text });
  return pictureSpec(
    {
      width,
      height: rows.length * line,
      description: checkText(payload),
      layers: [
        texts("heads", { mark: { align: "left", fontSize: 13, fontWeight: 600, fill: theme.ink } }),
        texts("lines", { mark: { align: "left", fontSize: 13, fill: theme.ink } }),
      ],
      datasets: {
        heads: rows.flatMap((row, at) => (row.isHead ? [place(row, at)] : [])),
        lines: rows.flatMap((row, at) => (row.isHead ? [] : [place(row, at)])),
      },
    },
    theme,
  );
}

interface Row {
  readonly text: string;
  readonly indent: number;
  readonly isHead: boolean;
}

function rowsOf(payload: ExerciseCheckPayload, width: number): Row[] {
  const words = frameTexts[payload.language];
  const head = `${stateSigns[checkState(payload)]} ${stateWords(payload)}`;
  const parts = payload.parts.map(({ what, state }) => `${stateSigns[state]} ${what}: ${words.parts[state]}`);
  const hint = payload.hint === undefined ? [] : [`${words.hint}: ${payload.hint}`];
  return [
    ...broken(head, width).map((text) => ({ text, indent: 0, isHead: true })),
    ...parts.flatMap((part) => broken(part, width - indent).map((text) => ({ text, indent, isHead: false }))),
    ...hint.flatMap((part) => broken(part, width).map((text) => ({ text, indent: 0, isHead: false }))),
  ];
}

/** A text broken at spaces into lines of at most `width` pixels, but for words that are longer. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, 13) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
