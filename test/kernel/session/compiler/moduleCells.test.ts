import assert from "node:assert/strict";
import {
  importedModuleCell,
  moduleCellNote,
  moduleOfCell,
} from "../../../../kernel/session/compiler/moduleCells.js";

const cells: readonly (readonly [string, string | undefined])[] = [
  ["/** @module shared */\nexport const a = 1;", "shared"],
  ["\n/**\n * Some text.\n * @module lib/more\n */", "lib/more"],
  ["/** A module. */", undefined],
  ["/* @module shared */", undefined],
  ["const a = 1; /** @module shared */", undefined],
];

const imports: readonly (readonly [string, string | undefined])[] = [
  ["./shared", "shared"],
  ["./shared.js", "shared"],
  ["./lib/more.ts", "./lib/more"],
  ["./lib/../shared", "shared"],
  ["./share", undefined],
  ["../shared", undefined],
];

describe("a cell that is a module in tslab", () => {
  for (const [code, expected] of cells) {
    it(`has the name ${expected ?? "of none"}: ${JSON.stringify(code)}`, () =>
      assert.equal(moduleOfCell(code), expected));
  }

  for (const [specifier, expected] of imports) {
    it(`is ${expected === undefined ? "not " : ""}what ${specifier} means`, () =>
      assert.equal(importedModuleCell(specifier, new Set(["shared", "./lib/more"])), expected));
  }

  it("is told what there is instead", () => {
    assert.match(
      moduleCellNote("lib/more"),
      /by name, without an import\. .* save the text as lib\/more\.ts /,
    );
  });
});
