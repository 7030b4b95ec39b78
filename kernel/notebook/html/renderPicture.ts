import { escapeHtml } from "./escape.js";
import { missingNote } from "./missingNote.js";
import { pictureSource, pictureTypes } from "./pictureSource.js";
import { shownText } from "./shownText.js";
import { worded } from "../../words/words.js";

/** An output's picture as HTML; undefined if it has none. A browser runs no script in it and fetches nothing for it. */
export function renderPicture(data: Readonly<Record<string, unknown>>): string | undefined {
  const type = pictureTypes.find((known) => Object.hasOwn(data, known));
  if (type === undefined) return undefined;
  const source = pictureSource(type, shownText(data[type]));
  if (source === undefined)
    return missingNote(worded("The picture ({0}) is damaged: it is not base64. Run its cell again.", type));
  return `<img alt="${escapeHtml(shownText(data["text/plain"]))}" src="${source}">`;
}
