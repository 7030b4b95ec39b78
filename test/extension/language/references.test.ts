import "../standIn/register.js";
import assert from "node:assert/strict";
import { going, kernelsAsked, line } from "./cell.js";

const { CellReferences } = await import("../../../extension/language/references.js");

describe("the references of a name in cells", () => {
  const references = [
    { ...line(0), cell: 0, isDeclaration: true },
    { ...line(1), cell: 1, isDeclaration: false },
  ];
  const found = async (includeDeclaration: boolean) => {
    const provider = new CellReferences(kernelsAsked({ references }));
    const all = await provider.provideReferences({} as never, 0 as never, { includeDeclaration }, going);
    return all.map(({ uri }) => String(uri));
  };

  it("are in all cells, with the declaration where it is wanted", async () => {
    assert.deepEqual(await found(true), ["cell:first", "cell:second"]);
    assert.deepEqual(await found(false), ["cell:second"]);
  });
});
