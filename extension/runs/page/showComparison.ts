import * as vscode from "vscode";
import type { RunRecord } from "../runRecord.js";
import { comparisonPage } from "./comparisonPage.js";
import { PagePanel } from "./pagePanel.js";
import { readRunDetails } from "./runPage.js";

/** Opens the comparison of two or more runs, the earliest first. */
export async function showComparison(extensionUri: vscode.Uri, runs: readonly RunRecord[]): Promise<void> {
  const sorted = [...runs].sort((a, b) => a.id.localeCompare(b.id));
  const build = async () =>
    comparisonPage(
      await Promise.all(sorted.map(async (run) => ({ run, details: await readRunDetails(run) }))),
    );
  const { title } = await build();
  const column = vscode.window.tabGroups.activeTabGroup.viewColumn;
  const panel = vscode.window.createWebviewPanel("aen.comparison", title, column, { enableFindWidget: true });
  new PagePanel(panel, extensionUri, { build, act: () => undefined });
}
