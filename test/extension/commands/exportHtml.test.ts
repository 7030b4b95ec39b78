import "../standIn/register.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type * as standIn from "../standIn/vscode.js";
import { lettingTimePass } from "./lettingTimePass.js";
import { extensionWith } from "./program.js";

const { answers, asked, Uri, window } = (await import("vscode")) as unknown as typeof standIn;
const { exportHtml } = await import("../../../extension/commands/exportHtml.js");

describe("the export of the active notebook", () => {
  const extension = extensionWith(
    `const [, notebook, , target] = process.argv.slice(2);
     if (/broken/.test(notebook)) { console.log("..."); console.error("It is no notebook."); process.exit(1); }
     require("node:fs").writeFileSync(target, process.argv.slice(2).join(" "));`,
  );
  const saved: string[] = [];
  const notebookAt = (file: string, more: object = {}) => ({
    uri: Uri.file(path.join(extension, file)),
    save: async () => saved.push(file) > 0,
    ...more,
  });
  const open = (notebook: object | undefined) => (window.activeNotebookEditor = notebook && { notebook });
  const target = Uri.file(path.join(extension, "page.html"));
  const run = () => lettingTimePass(() => exportHtml(extension));
  beforeEach(() => {
    for (const list of [saved, asked.messages, asked.saves, asked.shown]) list.length = 0;
    answers.saveAs = target;
  });
  after(() => {
    open(undefined);
    [answers.saveAs, answers.button] = [undefined, undefined];
  });

  it("writes the page where the user wants it, beside the notebook unless told otherwise", async () => {
    const notebook = notebookAt("a.ipynb");
    open(notebook);
    await run();
    assert.equal(asked.saves[0].defaultUri.fsPath, path.join(extension, "a.html"));
    assert.equal(
      readFileSync(target.fsPath, "utf8"),
      `export ${notebook.uri.fsPath} --html ${target.fsPath}`,
    );
    assert.deepEqual(asked.messages, [`Wrote ${target.fsPath}`]);
    assert.deepEqual([saved, asked.shown], [[], []]);
  });

  it("opens the page when the user wants to see it", async () => {
    open(notebookAt("a.ipynb"));
    answers.button = "Open";
    await run();
    assert.deepEqual(asked.shown, [target]);
    answers.button = undefined;
  });

  it("saves a changed notebook first, and a new one under the name that it gets", async () => {
    open(notebookAt("a.ipynb", { isDirty: true }));
    await run();
    const save = async () => {
      open(notebookAt("named.ipynb"));
      return true;
    };
    open(notebookAt("Untitled-1", { isUntitled: true, save }));
    await run();
    assert.deepEqual(saved, ["a.ipynb"]);
    assert.match(readFileSync(target.fsPath, "utf8"), /named\.ipynb/);
  });

  it("ends there when the user gives a new notebook no name, or names no file", async () => {
    open(notebookAt("Untitled-1", { isUntitled: true, save: async () => false }));
    await run();
    assert.deepEqual(asked.saves, []);
    open(notebookAt("a.ipynb"));
    answers.saveAs = undefined;
    await run();
    assert.deepEqual(asked.messages, []);
  });

  it("says what went wrong", async () => {
    open(notebookAt("broken.ipynb"));
    await assert.rejects(run, { message: "It is no notebook." });
    open(undefined);
    await assert.rejects(run, /Open the notebook to export first/);
    assert.deepEqual(asked.messages, []);
  });
});
