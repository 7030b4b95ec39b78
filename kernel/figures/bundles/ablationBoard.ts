import { ablationSpec, armLines, sortedArms } from "../ablationBoard/ablationSpec.js";
import { boardKey, progressLine } from "../compute/ablation.js";
import { standAlone } from "../drawing/picture.js";
import { renderSvg } from "../drawing/svg.js";
import type { MimeBundle } from "../../contracts/mimeBundle.js";
import { viewMimeTypes } from "../../contracts/viewMimeTypes.js";
import type { AblationBoardPayload } from "../../contracts/payloads/ablationBoard.js";
import { lightTheme } from "../theme.js";

/** All forms of an ablation board, live or finished; showing it with `update_display_data` updates it in place. */
export async function ablationBoardBundle(payload: AblationBoardPayload): Promise<MimeBundle> {
  const title = payload.title ?? "Ablation";
  const captions = [
    progressLine(payload),
    boardKey(),
    ...(payload.seedsVary ?? []),
    ...(payload.warnings ?? []),
  ];
  const drawing = { payload, width: 760, theme: lightTheme, description: `${title}. ${captions.join(" ")}` };
  const spec = standAlone(ablationSpec(drawing), title, captions, lightTheme);
  return {
    [viewMimeTypes["ablation-board"]]: payload,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": ablationText(payload),
  };
}

/** The board as text: terms by arm, verdicts. */
export function ablationText(payload: AblationBoardPayload): string {
  const arms = sortedArms(payload);
  const left = Math.max(...arms.map(({ name }) => name.length)) + 2;
  const rows = arms.flatMap((arm, row) => {
    const dots = arm.weights.map((weight) => (weight === 0 ? "○" : "●")).join(" ");
    const start = `${arm.name.padEnd(left)}${dots}  `;
    const [verdict, ...sentiment] = armLines(arm, row === 0);
    return [start + verdict, ...sentiment.map((line) => " ".repeat(start.length) + line)];
  });
  const terms = payload.terms.length > 0 ? [`terms: ${payload.terms.join(", ")}`] : [];
  return [
    payload.title ?? "Ablation",
    progressLine(payload),
    ...terms,
    ...rows,
    ...(payload.warnings ?? []),
  ].join("\n");
}
