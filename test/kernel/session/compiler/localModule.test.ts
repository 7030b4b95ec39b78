import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { compileModule } from "../../../../kernel/session/compiler/localModule.js";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("a local file", () => {
  const folder = temporaryFolder();
  let compiler: NotebookCompiler;
  before(() => (compiler = new NotebookCompiler(folder, packageRoot, false)));

  function compiled(name: string, text: string) {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return compileModule(compiler, file) ?? { code: "CommonJS", sourceMap: "" };
  }

  it("becomes the body of a function that offers its exports", () => {
    const { code, sourceMap } = compiled("face.ts", "const one: number = 1;\nexport const two = one + 1;");
    assert.match(code, /__cell\.exports\(\{ "two": \(\) => __scope\.two \}\)/);
    assert.match(code, /__scope\.two = __scope\.one \+ 1/);
    assert.match(JSON.stringify(JSON.parse(sourceMap)), /face\.ts/);
  });

  it("without imports and exports has a scope of its own as well", () => {
    const { code } = compiled(
      "setup.ts",
      "const performance = 1;\nlet fetched = performance + 1;\nfetched++;",
    );
    assert.match(code, /__scope\.fetched = __scope\.performance \+ 1/);
    assert.match(code, /__scope\.fetched\+\+/);
  });

  it("runs despite type errors", () => {
    assert.match(compiled("wrong.ts", "export const text: string = 1;").code, /__scope\.text = 1/);
  });

  it("that cannot be parsed is refused with its name, line and column", () => {
    assert.throws(
      () => compiled("broken.ts", "export const a = 1;\n  const = 2;"),
      (error: Error) => error instanceof SyntaxError && /\/broken\.ts:2:9: \S/.test(error.message),
    );
  });

  it("that is not there is refused by name", () => {
    const file = path.join(folder, "nowhere.ts");
    assert.throws(() => compileModule(compiler, file), { message: `${file} cannot be read.` });
  });

  it("in CommonJS is left to Node", () => {
    assert.equal(compiled("node.cjs", "exports.a = 1;").code, "CommonJS");
  });

  it("in JavaScript becomes the same, without its hashbang and with all its imports", () => {
    const { code, sourceMap } = compiled(
      "script.js",
      "#!/usr/bin/env node\nimport unused from './a.mjs';\nexport const two = 2;",
    );
    assert.match(code, /^\n/);
    assert.match(code, /import\('\.\/a\.mjs'\)/);
    assert.match(code, /__scope\.two = 2/);
    assert.match(sourceMap, /script\.js/);
  });

  it("is read anew each time", () => {
    compiled("changing.ts", "export const first = 1;");
    assert.match(compiled("changing.ts", "export const second = 2;").code, /__scope\.second = 2/);
  });
});
