import * as vscode from "vscode";
import type { NotesForm } from "../../../kernel/contracts/recordPage.js";
import type { RunNotes } from "../../../kernel/contracts/runs/runNotes.js";

/** The form for name, tags and notes. */
export function notesForm(value: RunNotes): NotesForm {
  return {
    value,
    words: {
      heading: vscode.l10n.t("Name, tags and notes"),
      name: vscode.l10n.t("Name"),
      tags: vscode.l10n.t("Tags"),
      tagsHint: vscode.l10n.t("with commas between them"),
      text: vscode.l10n.t("Notes"),
      saved: vscode.l10n.t("Saved in notes.json beside the record."),
    },
  };
}
