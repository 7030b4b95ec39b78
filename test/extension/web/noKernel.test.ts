import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type * as standIn from "../standIn/vscode.js";

const { asked, workspace } = (await import("vscode")) as unknown as typeof standIn;
const { kernelThatRefuses } = await import("../../../extension/web/noKernel.js");

describe("The kernel of VS Code for the Web", () => {
  const refusing = (): vscode.NotebookController => {
    kernelThatRefuses();
    return asked.controllers.at(-1) as vscode.NotebookController;
  };

  it("bears the id and the name of the kernel that runs elsewhere", () => {
    const { id, notebookType, label, supportedLanguages } = refusing();
    assert.deepEqual(
      [id, notebookType, label, supportedLanguages],
      ["aen-notebook", "jupyter-notebook", "AEN (TypeScript)", ["typescript"]],
    );
  });

  it("answers a run with one sentence, and touches no cell", async () => {
    const controller = refusing();
    asked.messages.length = asked.executions.length = 0;
    await controller.executeHandler([{} as never, {} as never], {} as never, controller);
    assert.equal(asked.messages.length, 1);
    assert.match(
      asked.messages[0],
      /^Nothing runs in VS Code for the Web: .* VS Code on a computer, or in Jupyter\.$/,
    );
    assert.deepEqual(asked.executions, []);
  });

  it("is preferred for notebooks that name it, and for no other", () => {
    const preferred: unknown[] = [];
    const create = standInController((notebook) => preferred.push(notebook));
    const ours = {
      notebookType: "jupyter-notebook",
      metadata: { metadata: { kernelspec: { name: "aen" } } },
    };
    const python = { ...ours, metadata: { metadata: { kernelspec: { name: "python3" } } } };
    const other = { ...ours, notebookType: "github-issues" };
    workspace.notebookDocuments = [ours, python, other];
    kernelThatRefuses();
    workspace.notebookDocuments = [];
    create.restore();
    assert.deepEqual(preferred, [ours]);
  });
});

/** Writes down for which notebooks a controller is preferred, until restored. */
function standInController(prefer: (notebook: unknown) => void): { restore(): void } {
  const push = asked.controllers.push.bind(asked.controllers);
  asked.controllers.push = (controller) =>
    push(
      Object.assign(controller, { updateNotebookAffinity: (notebook: unknown) => prefer(notebook) }) as never,
    );
  return { restore: () => (asked.controllers.push = push) };
}
