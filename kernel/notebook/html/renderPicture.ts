import { escapeHtml } from "./escape.js";
import { missingNote } from "./missingNote.js";
import { shownText } from "./shownText.js";

/** Types of pictures that an output may hold, the preferred first. */
const pictureTypes = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"] as const;

/** An output's picture as HTML; undefined if it has none. A browser runs no script in it and fetches nothing for it. */
export function renderPicture(data: Readonly<Record<string, unknown>>): string | undefined {
  const type = pictureTypes.find((known) => Object.hasOwn(data, known));
  if (type === undefined) return undefined;
  const base64 = base64Of(type, shownText(data[type]));
  if (base64 === undefined)
    return missingNote(`The picture (${type}) is damaged: it is not base64. Run its cell again.`);
  return `<img alt="${escapeHtml(shownText(data["text/plain"]))}" src="data:${type};base64,${base64}">`;
}

/** @returns undefined for text that is not base64 */
function base64Of(type: string, text: string): string | undefined {
  if (type === "image/svg+xml") return Buffer.from(text).toString("base64");
  const base64 = text.replaceAll(/\s/g, "");
  return /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? base64 : undefined;
}
