import { ablationSpec, armVerdict, sortedArms } from "./ablationSpec.js";
import { boardKey, progressLine } from "./compute/ablation.js";
import { standAlone } from "./drawing/picture.js";
import { renderSvg } from "./drawing/svg.js";
import type { MimeBundle } from "./mimeBundle.js";
import { vegaLiteMimeType, viewMimeTypes } from "./mimeTypes.js";
import type { AblationBoardPayload } from "./payload/ablationBoard.js";
import { lightTheme } from "./theme.js";

/** The board of an ablation, live or finished; shown again with `update_display_data`, it moves on in place. */
export async function ablationBoardView(
  input: Omit<AblationBoardPayload, "view" | "version">,
): Promise<MimeBundle> {
  return ablationBoardBundle({ ...input, view: "ablation-board", version: 1 });
}

/** All forms of an ablation board. */
export async function ablationBoardBundle(payload: AblationBoardPayload): Promise<MimeBundle> {
  const title = payload.title ?? "Ablation";
  const captions = [progressLine(payload), boardKey, ...(payload.warnings ?? [])];
  const drawing = { payload, width: 760, theme: lightTheme, description: `${title}. ${captions.join(" ")}` };
  const spec = standAlone(ablationSpec(drawing), title, captions, lightTheme);
  return {
    [viewMimeTypes["ablation-board"]]: payload,
    [vegaLiteMimeType]: spec,
    "image/svg+xml": await renderSvg(spec),
    "text/plain": ablationText(payload),
  };
}

/** The board as text: terms by arm, verdicts. */
export function ablationText(payload: AblationBoardPayload): string {
  const arms = sortedArms(payload);
  const left = Math.max(...arms.map(({ name }) => name.length)) + 2;
  const rows = arms.map((arm, row) => {
    const dots = arm.weights.map((weight) => (weight === 0 ? "○" : "●")).join(" ");
    return `${arm.name.padEnd(left)}${dots}  ${armVerdict(arm, row === 0)}`;
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
