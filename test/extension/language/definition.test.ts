import "../standIn/register.js";
import assert from "node:assert/strict";
import { cancelled, going, kernelsAsked, line } from "./cell.js";

const { CellDefinition } = await import("../../../extension/language/definition.js");

describe("go to definition in cells", () => {
  const places = [
    { ...line(1), cell: 1 },
    { ...line(2), file: "/a.ts" },
  ];
  const provider = new CellDefinition(
    kernelsAsked({ definitions: { origin: line(0), places }, typeDefinitions: undefined }),
  );
  const at = [{}, 0] as never as [never, never];

  it("leads to other cells and to files, from the whole name", async () => {
    const links = await provider.provideDefinition(...at, going);
    assert.deepEqual(
      links.map(({ targetUri, targetRange, originSelectionRange }) => [
        String(targetUri),
        { ...targetRange },
        { ...originSelectionRange },
      ]),
      [
        ["cell:second", line(1), line(0)],
        ["file:///a.ts", line(2), line(0)],
      ],
    );
  });

  it("leads nowhere without a declaration, or once it is no longer wanted", async () => {
    assert.deepEqual(await provider.provideTypeDefinition(...at, going), []);
    assert.deepEqual(await provider.provideDefinition(...at, cancelled), []);
  });
});
