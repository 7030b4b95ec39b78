import * as vscode from "vscode";
import type { PagePart, PageSection } from "../../../kernel/contracts/recordPage.js";
import type { RecordedCell } from "../studyRecord.js";
import { notebookName } from "../runNames.js";
import { pageAction } from "./pageActions.js";

/** The cell and notebook that something came from, with the way back. */
export function originSection(cell: RecordedCell | null | undefined): PageSection {
  const heading = vscode.l10n.t("Where it came from");
  if (!cell) return { heading, parts: [text(vscode.l10n.t("It was not started in a notebook."))] };
  const notebook = notebookName(cell);
  const place = notebook
    ? vscode.l10n.t("Cell [{0}] of {1}", cell.executionCount ?? "–", notebook)
    : vscode.l10n.t("Cell [{0}] of a notebook that was not saved", cell.executionCount ?? "–");
  const code = typeof cell.code === "string" ? cell.code : "";
  return {
    heading,
    parts: [
      notebook ? { part: "text", text: place, action: pageAction("cell") } : text(place),
      ...(code ? [{ part: "code", text: code } as const] : []),
    ],
  };
}

export function text(sentence: string): PagePart {
  return { part: "text", text: sentence };
}
