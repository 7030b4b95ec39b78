import { escapeHtml } from "./escape.js";

/** A sentence in the place of what a page does not show. */
export function missingNote(sentence: string): string {
  return `<p class="missing" role="note">${escapeHtml(sentence)}</p>`;
}

/** How an address is named in such a sentence: its first 80 characters. */
export function shortAddress(address: string): string {
  return address.length > 80 ? `${address.slice(0, 79)}…` : address;
}
