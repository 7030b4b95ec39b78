import assert from "node:assert/strict";
import { declaredParameters } from "../../../kernel/notebook/parameterTypes.js";

describe("the parameters that a cell declares", () => {
  it("are its variables at the top level, let or const, several in a statement", () => {
    const source =
      "import fs from 'node:fs';\nlet a = 1, b = 2;\nconst c = 3;\n{ let inner = 4; }\nlet { d } = e;";
    const declared = [...declaredParameters(source)].map(([name, { keyword }]) => `${keyword} ${name}`);
    assert.deepEqual(declared, ["let a", "let b", "const c"]);
  });

  it("have the types of a union, through names and parentheses", () => {
    const source = 'type Size = (1 | 2); type All = Size | "auto" | null;\nlet a: readonly string[] | All;';
    const { kinds, choices } = declaredParameters(source).get("a")!;
    assert.deepEqual(
      [[...kinds], choices],
      [
        ["list", "null"],
        [1, 2, "auto"],
      ],
    );
  });

  it("can be anything where the cell alone does not tell, as by a name that refers to itself", () => {
    for (const source of ["let a = f();", "type A = A; let a: A;", "let a: Date;", "let a;"])
      assert.deepEqual([...declaredParameters(source).get("a")!.kinds], ["anything"], source);
  });
});
