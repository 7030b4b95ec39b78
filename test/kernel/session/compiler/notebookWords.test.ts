import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "mocha";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";

/** What is wrong with a cell, and all that is said of it. */
type Row = readonly [cell: string, ...says: (RegExp | string)[]];

const install = (name: string) => new RegExp(`npm install ${name}.* in .*notebook-words`);

const rows: readonly Row[] = [
  // names of earlier cells
  [
    "rate = 2",
    "Cannot assign to 'rate': an earlier cell declares it without let. Declare it with let there, or declare it again here.",
  ],
  ["rate++", /^Cannot assign to 'rate': an earlier cell/],
  ["const own = 1; own = 2", "Cannot assign to 'own' because it is a constant."],
  ["import fs from 'node:fs'; fs = 1 as never", "Cannot assign to 'fs' because it is an import."],
  // compiler options
  [
    "document.title",
    "Cannot find name 'document'. Cells run in Node, which has no page. To show HTML, use display.html(\"…\").",
  ],
  ["window.alert(1)", /^Cannot find name 'window'\./],
  ["$('#a')", "Cannot find name '$'. It is not part of Node: import what declares '$'."],
  ["test('a', () => {})", /^Cannot find name 'test'\. It is not part of Node/],
  [
    "new Set([1]).union(new Set([2]))",
    /^Property 'union' does not exist on type '.*'\. Cells are checked against ES2023, which lacks it\. If Node .* has it, write \/\/ @ts-ignore on the line above\.$/,
  ],
  // packages and files
  [
    "import a from 'no-such-package-7'",
    /^The package 'no-such-package-7' is not installed\. Install it in .*notebook-words-\w+: npm install no-such-package-7$/,
  ],
  [
    "import '@nobody/none/part'; import b from '@nobody/none/part'",
    /^The package '@nobody\/none' is not installed, or has no '@nobody\/none\/part'\. .*npm install @nobody\/none$/,
  ],
  ["import c from './none.ts'", /^There is no file '\.\/none\.ts', looking from .*notebook-words/],
  [
    "import { k } from './lib/kept'",
    /^There is no file '\.\/lib\/kept'\. "@module lib\/kept" makes no module here/,
  ],
  [
    "import t from './table.csv'",
    /^'\.\/table\.csv' holds no code to import\. Read it: .*readFileSync\("\.\/table\.csv", "utf8"\)\.$/,
  ],
  ["await import('./parts')", "'./parts' is a folder without an index.ts or index.js."],
  // values to show
  [
    "{ a: 1, b: 2 }",
    /^Braces at the start of a statement are a block\. To show an object, put it in parentheses/,
  ],
  ["changing, 2", /To show several values, put them in brackets: \[a, b\]\.$/],
  // names that nobody declares
  [
    "total = 5",
    "Cannot find name 'total'. No cell that has run declares it. To declare it here: let total = …",
  ],
  ["total == 5", "Cannot find name 'total'. No cell that has run declares it."],
  ["[1].map(total => other)", "Cannot find name 'other'. No cell that has run declares it."],
  // IPython's questions
  ["const a = 1;\nMath.max?", /^To ask about a name, write Math\.max\? as a cell of its own/],
  ["import d from 'node:none'", "Node has no module 'node:none'."],
  ["import e from '#none'", /^'#none' is not among the "imports" of a package\.json/],
  // IPython's magics and the shell
  ["%%bash\nls -l\necho 'it''s'", /^%bash is IPython's\. .*execSync\("ls -l", \{ stdio: "inherit" \}\)/],
  ["\n%%sh\n\n  pwd", /execSync\("pwd"/],
  ["%pip install -q numpy", /^%pip is IPython's\. Packages come from npm here/, install("numpy")],
  ["!pip install numpy", /^! runs no program here\. /, install("numpy")],
  ["!npm install left-pad", install("left-pad")],
  ["!ls -l *.csv", /execSync\("ls -l \*\.csv"/],
  ["!ls", /^Cannot find name 'ls'\. ! runs no program here\. .*execSync\("ls"/],
  ["!nvidia-smi", /! runs no program here/],
  ["const a = 1;\n!cat file.txt", /execSync\("cat file\.txt"/],
  ["%%html\n<b>bold</b>", /display\.html/],
  ["%%markdown\n# A", /display\.markdown/],
  ["%matplotlib inline", /It is not needed/],
  ["%time f(1)", /console\.time/],
  ["%cd ../data", /process\.chdir\("\.\.\/data"\)/],
  ["%env A=1", /process\.env/],
  ["%%writefile a.txt\nhello", /writeFileSync\("a\.txt"/],
  ["%%nothing\nhello", "%nothing is IPython's. Cells of this kernel are TypeScript and have no magics."],
  ["%%constructor\nhello", /have no magics/],
  // Python
  [
    "import numpy as np",
    /^This looks like Python, and cells of this kernel are TypeScript\. Choose a Python kernel/,
  ],
  ["import os", /^This looks like Python/],
  ["from pathlib import Path", /^This looks like Python/],
  ["def f(x):\n    return x", /^This looks like Python/],
  ["for i in range(3):\n    print(i)", /^This looks like Python/],
  ["if x > 1:\n    y = 2\nelse:\n    y = 3", /^This looks like Python/],
  ["with open('a') as f:\n    pass", /^This looks like Python/],
  ["print 'a'", /^This looks like Python/],
  ["print('a')", "Cannot find name 'print'. That is Python; in TypeScript it is console.log(…)."],
  ["const t = True", /in TypeScript it is true\./],
  // TypeScript's own mistakes keep its words
  ["const broken = ;", "Expression expected."],
  ["if (1 {", "')' expected."],
  ["unknownName", "Cannot find name 'unknownName'. No cell that has run declares it."],
  ["const s: string = 5", "Type 'number' is not assignable to type 'string'."],
  ["const m = 7 %\n\n", "Expression expected."],
];

describe("messages in a notebook's words", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "notebook-words-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  let compiler: NotebookCompiler;

  before(() => {
    writeFileSync(path.join(folder, "table.csv"), "a,b");
    mkdirSync(path.join(folder, "parts"));
    compiler = new NotebookCompiler(folder, process.cwd(), false);
    const { id } = compiler.compile("const rate = 1; let changing = 1;");
    compiler.commit(id, ["rate", "changing"]);
    compiler.compile("/** @module lib/kept */\nexport const k = 1;");
  });

  for (const [cell, ...says] of rows)
    it(`of ${JSON.stringify(cell)} say what to do`, () => {
      const [first] = compiler.compile(cell).diagnostics;
      assert.ok(first, "the cell compiles");
      for (const said of says)
        if (typeof said === "string") assert.equal(first.message, said);
        else assert.match(first.message, said);
    });

  it("carry the package that is to be installed, and none for files", () => {
    const installed = (cell: string) => compiler.compile(cell).diagnostics[0].install;
    assert.deepEqual(installed("import '@nobody/none/part'"), { name: "@nobody/none", folder });
    for (const file of ["./none.ts", "/none.ts", "node:none", "#none", "file:///none.ts"])
      assert.equal(installed(`import a from "${file}"`), undefined, file);
  });

  it("name the line of a foreign cell, and only that", () => {
    const { diagnostics } = compiler.compile("const a = 1;\n%pip install x y\nb");
    assert.deepEqual(
      diagnostics.map(({ start, end }) => [start.line, start.column, end.column]),
      [[2, 1, 17]],
    );
  });

  it("are not about cells that run", () => {
    for (const cell of [
      "!changing",
      "changing = 2",
      "!(changing > 1)",
      "7\n% changing",
      "for (const i in { a: 1 }) i",
    ])
      assert.notEqual(compiler.compile(cell).code, undefined, cell);
  });
});
