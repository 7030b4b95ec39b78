import "../standIn/register.js";
import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import type * as standIn from "../standIn/vscode.js";
import { lettingTimePass } from "./lettingTimePass.js";
import { extensionWith } from "./program.js";

const { asked, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { doctor } = await import("../../../extension/commands/doctor.js");

interface Panel {
  readonly title: string;
  readonly webview: { readonly html: string };
  receive(message: unknown): void;
}

describe("the doctor", () => {
  const extension = extensionWith(`
    const detail = [...process.argv.slice(2), process.cwd()].join(" ");
    console.log(JSON.stringify([{ subject: "ffmpeg", state: "missing", detail, remedy: "\`apt-get install ffmpeg\`" }]));`);
  afterEach(() => (workspace.workspaceFolders = undefined));

  async function opened(): Promise<Panel> {
    asked.panels.length = 0;
    await lettingTimePass(() => doctor(extension));
    return asked.panels[0] as unknown as Panel;
  }

  it("shows what it has found in the workspace's folder as a page", async () => {
    workspace.workspaceFolders = [{ uri: { fsPath: extension } }];
    const { title, webview } = await opened();
    assert.equal(title, "What this machine can do");
    assert.ok(webview.html.includes(`doctor --json ${realpathSync(extension)}`), webview.html);
  });

  it("types a command into a terminal, and leaves it to the user to run it", async () => {
    asked.terminals.length = 0;
    (await opened()).receive({ type: "terminal", text: "apt-get install ffmpeg" });
    const [{ sent, shown }] = asked.terminals;
    assert.deepEqual([sent, shown], [["apt-get install ffmpeg"], true]);
  });
});
