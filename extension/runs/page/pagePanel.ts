import * as vscode from "vscode";
import { randomBytes } from "node:crypto";
import type { PageMessage, PageUpdate, RecordPage } from "../../../kernel/contracts/recordPage.js";
import type { RunNotes } from "../../../kernel/contracts/runs/runNotes.js";
import { Disposables } from "../../disposables.js";
import { onViewLanguageChange, viewLanguage } from "../../viewLanguage.js";

/** What a page is made from and what it can do. */
export interface PageSource {
  /** The page as things stand; throws when its record is gone. */
  build(): Promise<RecordPage>;
  act(action: string): unknown;
  write?(notes: RunNotes): void;
}

/** A page in a web view of VS Code. It is made anew when the web view is, and by {@link show}. */
export class PagePanel implements vscode.Disposable {
  readonly #owned = new Disposables();
  #latest = 0;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    private readonly source: PageSource,
  ) {
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, "dist", "media")],
    };
    this.#owned.add(webview.onDidReceiveMessage((message: PageMessage) => void this.#receive(message)));
    this.#owned.add(onViewLanguageChange((reply) => void webview.postMessage(reply)));
    this.#owned.add(panel.onDidDispose(() => this.dispose()));
    webview.html = pageHtml(webview, extensionUri, panel.title);
  }

  /** Shows the page as things stand now; of several calls the last counts. */
  async show(): Promise<void> {
    const turn = ++this.#latest;
    const page = await this.source.build().catch(failedPage);
    if (turn === this.#latest) this.#post({ type: "page", page });
  }

  dispose(): void {
    this.#latest = Number.POSITIVE_INFINITY;
    this.#owned.dispose();
  }

  async #receive(message: PageMessage): Promise<void> {
    if (message.type === "ready") await this.show();
    if (message.type === "action") await this.source.act(message.action);
    if (message.type === "notes" && this.source.write) await this.#write(message.notes);
  }

  async #write(notes: RunNotes): Promise<void> {
    try {
      this.source.write!(notes);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t("The notes could not be saved: {0}", why));
      return;
    }
    await this.show();
    this.#post({ type: "saved" });
  }

  #post(update: PageUpdate): void {
    if (Number.isFinite(this.#latest)) void this.panel.webview.postMessage(update);
  }
}

function failedPage(error: unknown): RecordPage {
  const why = error instanceof Error ? error.message : String(error);
  return {
    title: vscode.l10n.t("The record cannot be shown"),
    subtitle: why,
    actions: [],
    notes: null,
    sections: [],
  };
}

/** The frame of a page, under a policy that allows our own scripts and no request. */
function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, title: string): string {
  const script = vscode.Uri.joinPath(extensionUri, "dist", "media", "recordPage", "record.webview.js");
  const nonce = randomBytes(16).toString("hex");
  const policy = [
    "default-src 'none'",
    `script-src ${webview.cspSource} 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
  ].join("; ");
  const name = title.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${name}</title>
</head>
<body data-views="${viewLanguage()}"><div id="page"></div>
<script type="module" nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>`;
}
