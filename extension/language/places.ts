import * as vscode from "vscode";
import type { LineRange, TextPlace } from "../../kernel/contracts/languageQuestions.js";

/** The document of a place: one of the notebook's cells, or a file. */
export function uriOf(place: TextPlace, documents: readonly vscode.TextDocument[]): vscode.Uri {
  return "file" in place ? vscode.Uri.file(place.file) : documents[place.cell].uri;
}

export function rangeOf({ start, end }: LineRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
