import assert from "node:assert/strict";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { writeFileSync } from "node:fs";
import path from "node:path";

/** Settings, a cell, and what its code must and must not hold. */
const cells: readonly { jsx?: string; code: string; has: RegExp; not?: RegExp }[] = [
  {
    jsx: "react-jsx",
    code: "<b/>",
    has: /const \{ jsx: _jsx \} = await __cell\.import\("react\/jsx-runtime"\)/,
    not: /^import/m,
  },
  { jsx: "react-jsx", code: "<><i/></>", has: /\{ jsx: _jsx, Fragment: _Fragment \}/, not: /^import/m },
  { jsx: "react", code: "const React: any = 1; <b/>", has: /__scope\.React\.createElement\("b", null\)/ },
  { jsx: "react", code: "const React: any = 1; <></>", has: /__scope\.React\.Fragment/ },
  {
    jsx: "react",
    code: "function f(React: any) { return <b/> }",
    has: /[^.]React\.createElement/,
    not: /__scope\.React/,
  },
  {
    jsx: "react",
    code: "const React: any = 1; const C: any = 1; <C/>",
    has: /createElement\(__scope\.C, null\)/,
  },
  { jsx: "react", code: "const React: any = 1; const f = (C: any) => <C/>", has: /createElement\(C, null\)/ },
  {
    code: "class S {} function d(_: any) {} @d class A { constructor(s: S) {} }",
    has: /"design:paramtypes", \[S\]/,
  },
  { code: "function d(_: any) {} @d class A { constructor(s: Earlier) {} }", has: /__scope\.Earlier/ },
];

describe("what TypeScript adds to the code of a cell", () => {
  const folder = temporaryFolder();
  const compilers = new Map<string, NotebookCompiler>();

  function compilerFor(jsx: string): NotebookCompiler {
    const compilerOptions = { jsx, experimentalDecorators: true, emitDecoratorMetadata: true };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    const compiler = compilers.get(jsx) ?? new NotebookCompiler(folder, packageRoot, false);
    if (!compilers.has(jsx)) compiler.commit(compiler.compile("class Earlier {}").id, ["Earlier"]);
    compilers.set(jsx, compiler);
    return compiler;
  }

  for (const { jsx = "react", code, has, not } of cells) {
    it(`belongs to its scope: ${code} (${jsx})`, () => {
      const emitted = compilerFor(jsx).compile(code, { ignoreTypeErrors: true }).code!;
      assert.match(emitted, has);
      if (not) assert.doesNotMatch(emitted, not);
    });
  }
});
