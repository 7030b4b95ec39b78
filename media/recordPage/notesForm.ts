import { html, type TemplateResult } from "lit-html";
import type { NotesForm } from "../../kernel/contracts/recordPage.js";
import { type RunNotes, tagsOf } from "../../kernel/contracts/runs/runNotes.js";

/**
 * Name, tags and notes, to be edited. What is typed is written when a field is left, or Enter is pressed in it.
 * @param saved whether what was typed last has been written
 */
export function notesTemplate(
  { value, words }: NotesForm,
  saved: boolean,
  write: (notes: RunNotes) => void,
): TemplateResult {
  const changed = (event: Event) => {
    const form = (event.target as HTMLElement).closest("form")!;
    const typed = new FormData(form);
    const field = (name: string) => String(typed.get(name) ?? "");
    write({ name: field("name").trim(), tags: tagsOf(field("tags")), text: field("text") });
  };
  return html`<form
    class="notes"
    aria-label=${words.heading}
    @change=${changed}
    @submit=${(event: Event) => event.preventDefault()}
  >
    <label>${words.name} <input name="name" .value=${value.name} maxlength="200" autocomplete="off" /></label>
    <label
      >${words.tags}
      <input name="tags" .value=${value.tags.join(", ")} placeholder=${words.tagsHint} autocomplete="off"
    /></label>
    <label class="wide">${words.text} <textarea name="text" rows="3" .value=${value.text}></textarea></label>
    <p class="saved" role="status">${saved ? words.saved : ""}</p>
  </form>`;
}
