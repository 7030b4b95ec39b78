import assert from "node:assert/strict";
import { linkedTraceback } from "../../../extension/outputs/linkedTraceback.js";

const cells: Record<number, string> = { 2: "function f() {\n  throw 1;\n}\nf();" };
const source = (count: number): string | undefined => cells[count];

describe("A linked traceback", () => {
  it("leads to the line of the cell and shows it among its neighbours", () => {
    const linked = linkedTraceback(
      ["Error: no", "    at f (Cell [2]:2:9)", "    at Cell [2]:4:1"],
      2,
      source,
    );
    assert.deepEqual(linked, [
      "Error: no",
      "Cell In[2], line 2",
      "      1 function f() {",
      "----> 2   throw 1;",
      "      3 }",
      "    in f",
      "Cell In[2], line 4",
    ]);
  });

  it("has no excerpt of a cell that is not known or has been shortened since", () => {
    assert.deepEqual(linkedTraceback(["    at Cell [7]:1:1"], 7, source), ["Cell In[7], line 1"]);
    assert.deepEqual(linkedTraceback(["    at Cell [2]:9:1"], 2, source), ["Cell In[2], line 9"]);
  });

  it("leads to the line of a type error", () => {
    const linked = linkedTraceback(["3:7 - error TS2322: No.", "  x", "  ~"], 5, source);
    assert.deepEqual(linked, ["Cell In[5], line 3", "error TS2322: No.", "  x", "  ~"]);
  });
});
