import assert from "node:assert/strict";
import { isUnchecked, jsxPragmas, parsedCell } from "../../../../kernel/session/compiler/parsedCell.js";

/** A cell, the kind of file that it is read as, and how many mistakes it has. */
const cells: readonly (readonly [string, ".ts" | ".tsx", number])[] = [
  ["const a = 1", ".ts", 0],
  ["const a = <number>1", ".ts", 0],
  ["const f = <T>(x: T) => x; f('</b>')", ".ts", 0],
  ["const f = <T,>(x: T) => <b>{x}</b>", ".tsx", 0],
  ["const view = <b title='t'>{1}</b>", ".tsx", 0],
  ["<></>", ".tsx", 0],
  ["<Video src={1} />", ".tsx", 0],
  ["const a = /<b\\/>/.test('')", ".ts", 0],
  ["if (a </b/.x) {}", ".ts", 0],
  ["const = 1 // </b>", ".ts", 2],
];

describe("the text of a cell", () => {
  for (const [code, extension, mistakes] of cells) {
    it(`is read as ${extension}: ${code}`, () => {
      const parsed = parsedCell(code);
      assert.deepEqual([parsed.extension, parsed.mistakes.length], [extension, mistakes]);
    });
  }

  it("is unchecked if it says so before anything else", () => {
    const unchecked = (code: string) => isUnchecked(parsedCell(code).file);
    for (const code of ["// @ts-nocheck\n1", "/* a */\n// @ts-nocheck because\n1", "//@ts-nocheck"])
      assert.equal(unchecked(code), true, code);
    for (const code of ["1\n// @ts-nocheck", "'// @ts-nocheck'", "// @ts-check", ""])
      assert.equal(unchecked(code), false, code);
  });

  it("chooses its JSX runtime by comments, which go before all else", () => {
    const { file } = parsedCell("/** @jsxRuntime classic */\n/** @jsx h */\n/** @jsxFrag F */\n<b></b>");
    assert.equal(jsxPragmas(file), "/** @jsxruntime classic */ /** @jsx h */ /** @jsxfrag F */ ");
    assert.equal(jsxPragmas(parsedCell("<b></b>").file), "");
  });
});
