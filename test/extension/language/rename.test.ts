import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { kernelsAsked, line } from "./cell.js";

const { answers } = (await import("vscode")) as unknown as typeof standIn;
const { CellRename } = await import("../../../extension/language/rename.js");

describe("renaming in cells", () => {
  const at = [{}, 0] as never as [never, never];
  const changes = [
    { ...line(0), cell: 1, text: "width", was: "size" },
    { ...line(4), file: "/a.ts", text: "width", was: "size" },
  ];
  const rename = (answer: object) => new CellRename(kernelsAsked(answer));

  it("shows the name that will change", async () => {
    const shown = await rename({ renameable: { origin: line(2), name: "size" } }).prepareRename(...at);
    assert.deepEqual([shown!.placeholder, { ...shown!.range }], ["size", line(2)]);
  });

  it("changes cells and files", async () => {
    answers.text = "size";
    const edit = await rename({ rename: { changes } }).provideRenameEdits(...at, "width");
    const { replacements } = edit as unknown as standIn.WorkspaceEdit;
    assert.deepEqual(
      replacements.map(([uri, range, text]) => [uri, (range as { start: object }).start, text]),
      [
        ["cell:second", line(0).start, "width"],
        ["file:///a.ts", line(4).start, "width"],
      ],
    );
  });

  it("changes nothing while the file has other text in its editor", async () => {
    answers.text = "else";
    await assert.rejects(
      async () => rename({ rename: { changes } }).provideRenameEdits(...at, "width"),
      /a\.ts has unsaved changes/,
    );
  });

  it("says why a name stays", async () => {
    const said = async (reason: string) =>
      rename({ renameable: { name: "train", refusal: { reason, name: "train" } } })
        .prepareRename(...at)
        .catch(({ message }: Error) => message);
    assert.match(String(await said("installed")), /^train belongs to an installed package/);
    assert.match(String(await said("notHere")), /no longer in this notebook/);
    assert.match(String(await said("noName")), /^"train" is no name/);
    assert.match(String(await said("taken")), /Another cell declares train/);
    assert.match(String(await said("nothing")), /no name here/);
  });
});
