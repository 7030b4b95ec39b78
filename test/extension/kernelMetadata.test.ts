import "./standIn/register.js";
import assert from "node:assert/strict";
import { kernelSpec } from "../../kernel/commands/jupyterKernel/kernelSpec.js";
import type * as standIn from "./standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { isAenNotebook, kernelspec, nameKernel } = await import("../../extension/kernelMetadata.js");

describe("the kernel that a notebook names", () => {
  it("is ours by its name, one level down where VS Code keeps it", () => {
    assert.ok(isAenNotebook({ metadata: { kernelspec: { name: "aen" } } }));
    for (const other of [
      {},
      { metadata: {} },
      { kernelspec: { name: "aen" } },
      { metadata: { kernelspec: { name: "python3" } } },
    ])
      assert.equal(isAenNotebook(other), false);
  });

  it("is the one that aen jupyter install makes known", () => {
    const { display_name, language } = kernelSpec();
    assert.deepEqual(
      { display_name, language },
      { display_name: kernelspec.display_name, language: kernelspec.language },
    );
  });

  it("is added to the metadata of a notebook that has run", async () => {
    asked.edits.length = 0;
    const metadata = { nbformat: 4, metadata: { authors: ["me"], kernelspec: { name: "other" } } };
    await nameKernel({ uri: "a", metadata } as never);
    const [{ sets }] = asked.edits as standIn.WorkspaceEdit[];
    const [[uri, [written]]] = sets as [unknown, { nbformat: number; metadata: Record<string, unknown> }[]][];
    assert.equal(uri, "a");
    assert.deepEqual(
      [written.nbformat, written.metadata.authors, written.metadata.kernelspec],
      [4, ["me"], kernelspec],
    );
    assert.equal((written.metadata.language_info as { name: string }).name, "typescript");
  });

  it("is left alone where it is ours already, so that the notebook is not modified", async () => {
    asked.edits.length = 0;
    await nameKernel({ uri: "a", metadata: { metadata: { kernelspec } } } as never);
    assert.deepEqual(asked.edits, []);
  });
});
