import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cellFile } from "../../../extension/kernel/cellFile.js";

describe("the file by which a debugger knows a cell", () => {
  it("lies in the notebook and is the same on both sides of a remote connection", () => {
    // the end of a fragment is the notebook's scheme in base64: "file", "vscode-remote"
    for (const fragment of ["W2sZmlsZQ==", "W2sdnNjb2RlLXJlbW90ZQ=="])
      assert.equal(cellFile({ path: "/home/u/x.ipynb", fragment }), "/home/u/x.ipynb/cell-W2.ts");
  });

  it("is an absolute path on Windows and for a notebook that was never saved", () => {
    assert.equal(cellFile({ path: "/c:/u/x.ipynb", fragment: "W0sZmlsZQ==" }), "c:/u/x.ipynb/cell-W0.ts");
    assert.equal(
      cellFile({ path: "Untitled-1.ipynb", fragment: "X10sdW50" }),
      "/Untitled-1.ipynb/cell-X10.ts",
    );
  });
});
