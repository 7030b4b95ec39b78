import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, happenings, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { tellOtherLanguages } = await import("../../../extension/controller/otherLanguages.js");

const notebookOf = (kernelspec: object) =>
  ({ notebookType: "jupyter-notebook", metadata: { metadata: { kernelspec } } }) as never;
const python = notebookOf({ name: "python3", display_name: "Python 3", language: "python" });

describe("a notebook in another language", () => {
  beforeEach(() => {
    asked.controllers.length = asked.messages.length = asked.executed.length = 0;
  });
  afterEach(() => {
    answers.extension = answers.button = undefined;
    workspace.notebookDocuments = [];
  });

  function controllersFor(notebook: never): vscode.NotebookController[] {
    workspace.notebookDocuments = [notebook];
    tellOtherLanguages("aen").dispose();
    return [...asked.controllers] as unknown as vscode.NotebookController[];
  }

  it("has a kernel that is not labelled ours, and whose Run says what to do", async () => {
    const [controller] = controllersFor(python);
    assert.equal(controller.label, "Other languages: how to run them");
    assert.equal(controller.supportedLanguages, undefined, "VS Code would skip cells of other languages");
    answers.button = "Find the Jupyter Extension";
    await controller.executeHandler([], python, controller);
    assert.match(asked.messages.join(), /is in Python 3, and AEN Notebook runs TypeScript/);
    assert.deepEqual(asked.executed, [["workbench.extensions.search", "@id:ms-toolsai.jupyter"]]);
  });

  it("gets this kernel when it comes to the front, once: Run would offer ours alone", () => {
    workspace.notebookDocuments = [python];
    const told = tellOtherLanguages("aen");
    const ours = notebookOf({ name: "aen", language: "typescript" });
    for (const notebook of [ours, python, ours, python]) happenings.activeEditor.fire({ notebook });
    told.dispose();
    const kernel = { id: "aen-other-languages", extension: "aen" };
    assert.deepEqual(asked.executed, [["notebook.selectKernel", kernel]]);
  });

  it("can be run as TypeScript all the same", async () => {
    const [controller] = controllersFor(python);
    answers.button = "Run It as TypeScript";
    await controller.executeHandler([], python, controller);
    assert.equal(asked.executed[0][0], "notebook.selectKernel");
  });

  it("is left to Jupyter's extension where that is installed", () => {
    answers.extension = {};
    assert.deepEqual(controllersFor(python), []);
  });

  it("is none of ours, and none that names no language", () => {
    for (const kernelspec of [{ name: "aen", language: "typescript" }, { name: "aen" }, {}])
      assert.deepEqual(controllersFor(notebookOf(kernelspec)), []);
  });
});
