import path from "node:path";
import * as vscode from "vscode";
import type { RecordPage } from "../../kernel/contracts/recordPage.js";
import { writeAtomically } from "../../kernel/files/writeAtomically.js";
import { pageMarkdown } from "./page/pageMarkdown.js";

/** Saves a page as Markdown where the user says, and shows it. */
export async function exportRecord(page: RecordPage, folder: string): Promise<void> {
  const beside = path.join(path.dirname(path.dirname(path.dirname(folder))), `${path.basename(folder)}.md`);
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(beside),
    filters: { Markdown: ["md"] },
  });
  if (!file) return;
  writeAtomically(file.fsPath, pageMarkdown(page));
  await vscode.window.showTextDocument(file);
}
