import "../standIn/register.js";
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, Uri, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { openExample } = await import("../../../extension/commands/openExample.js");

describe("an example", () => {
  const folder = temporaryFolder();
  const [extensionPath, storage, own] = ["extension", "storage/aen", "own"].map((name) =>
    path.join(folder, name),
  );
  const context = { extensionPath, globalStorageUri: Uri.file(storage), extension: { id: "publisher.aen" } };
  const open = (id = "quickstart") => openExample(context as never, id);
  const copy = (where: string) => path.join(where, "quickstart.ipynb");
  before(() => {
    for (const each of [path.join(extensionPath, "notebooks"), own]) mkdirSync(each, { recursive: true });
    writeFileSync(path.join(extensionPath, "notebooks", "quickstart.ipynb"), "as shipped");
  });
  beforeEach(() => {
    for (const list of [asked.shown, asked.executed]) list.length = 0;
  });
  afterEach(() => ([workspace.workspaceFolders, answers.notebookType] = [undefined, "jupyter-notebook"]));

  it("is opened as a copy in the workspace, and runs in our kernel", async () => {
    workspace.workspaceFolders = [{ uri: { scheme: "vscode-remote" } }, { uri: Uri.file(own) }];
    await open();
    assert.equal(readFileSync(copy(own), "utf8"), "as shipped");
    assert.equal((asked.shown as { opened: standIn.Uri }[])[0].opened.fsPath, copy(own));
    assert.deepEqual(asked.executed, [
      ["notebook.selectKernel", { id: "aen-notebook", extension: "publisher.aen" }],
    ]);
  });

  it("is asked for where none is named, and not opened where none is chosen", async () => {
    workspace.workspaceFolders = [{ uri: Uri.file(own) }];
    writeFileSync(path.join(extensionPath, "notebooks", "ablation.ipynb"), "the ablation");
    answers.pick = (items) => items.find(({ label }) => label === "Ablation");
    await openExample(context as never);
    assert.equal(readFileSync(path.join(own, "ablation.ipynb"), "utf8"), "the ablation");
    answers.pick = () => undefined;
    await openExample(context as never);
    assert.equal(asked.shown.length, 1);
  });

  it("keeps what the user has changed in the copy", async () => {
    workspace.workspaceFolders = [{ uri: Uri.file(own) }];
    writeFileSync(copy(own), "changed");
    await open();
    assert.equal(readFileSync(copy(own), "utf8"), "changed");
    assert.equal(asked.shown.length, 1);
  });

  it("lies in the extension's storage, made when needed, where no folder is open", async () => {
    await open();
    assert.ok(existsSync(copy(storage)));
  });

  it("is left to what else opens notebooks here", async () => {
    answers.notebookType = "another";
    await open();
    assert.deepEqual([asked.shown, asked.executed], [[], []]);
  });
});
