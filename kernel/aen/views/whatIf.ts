import { settingsWords } from "./compute/settings.js";
import { confusionMatrixBundle } from "./confusionMatrix.js";
import type { MimeBundle } from "./mimeBundle.js";
import { viewMimeTypes } from "./mimeTypes.js";
import type { WhatIfPayload } from "./payload/whatIf.js";

/** Sliders for the weights of the loss terms and beta; the still form is the matrix at the first point. */
export async function whatIfView(input: Omit<WhatIfPayload, "view" | "version">): Promise<MimeBundle> {
  return whatIfBundle({ ...input, view: "what-if", version: 1 });
}

/** All forms of a what-if view. */
export async function whatIfBundle(payload: WhatIfPayload): Promise<MimeBundle> {
  const { labels, beta, points, terms } = payload;
  const title = payload.title ?? `At ${settingsWords(payload, points[0].weights)}`;
  const still = await confusionMatrixBundle({
    view: "confusion-matrix",
    version: 1,
    title,
    labels,
    beta,
    clips: points[0].clips,
  });
  const { [viewMimeTypes["confusion-matrix"]]: _matrix, ...forms } = still;
  const note = `${points.length === 1 ? "One setting was" : `${points.length} settings were`} computed for the sliders ${terms.map(({ name }) => name).join(", ")}.`;
  return {
    [viewMimeTypes["what-if"]]: payload,
    ...forms,
    "text/plain": `${String(forms["text/plain"])}\n${note}`,
  };
}
