import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Linter } from "eslint";
import { parser } from "typescript-eslint";
import { otherWriters, writingRule } from "./writingRule.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the rule says of a module. */
function told(code: string, file = "kernel/aen/model/weightFiles.ts"): string[] {
  const linter = new Linter({ cwd: root });
  const config = {
    files: ["**/*.ts"],
    languageOptions: { parser },
    plugins: { structure: { rules: { writing: writingRule } } },
    rules: { "structure/writing": "error" },
  } as unknown as Linter.Config;
  return linter.verify(code, config, { filename: path.join(root, file) }).map(({ message }) => message);
}

describe("the rule for writing files", () => {
  for (const code of [
    'import { writeFileSync } from "node:fs";',
    'import { readFile, writeFile as put } from "node:fs/promises";',
    'import { createWriteStream } from "fs";',
    'import { renameSync } from "node:fs";',
    'import { openSync } from "node:fs";',
    'import { "appendFile" as add } from "node:fs/promises";',
    'import { open } from "node:fs/promises"; await open("x", "w");',
    'await sharp(pixels).toFile("x.png");',
  ])
    it(`refuses ${code}`, () => {
      assert.match(told(code).join(), /can leave half a file\. Write with kernel\/files/);
      assert.deepEqual(told(code, "kernel/files/writeAtomically.ts"), []);
      assert.deepEqual(told(code, Object.keys(otherWriters)[0]), []);
    });

  for (const code of [
    'import fs from "node:fs";',
    'import * as fs from "node:fs/promises";',
    'import { promises } from "node:fs";',
    'const fs = await import("node:fs");',
  ])
    it(`asks for names in ${code}`, () => assert.match(told(code).join(), /by name/));

  it("accepts reading, folders and removing", () => {
    const code =
      'import { mkdirSync, readFileSync, rmSync } from "node:fs"; import { open } from "node:fs/promises"; ' +
      'await open("x"); await open("x", "r"); await writeFile("x", "by a function of our own");';
    assert.deepEqual(told(code), []);
  });

  it("has no exception that is no longer needed", () => {
    const needless = Object.keys(otherWriters).filter((file) => {
      const code = readFileSync(path.join(root, file), "utf8");
      return told(code, "kernel/elsewhere.ts").length === 0;
    });
    assert.deepEqual(needless, []);
  });
});
