import assert from "node:assert/strict";
import { declaredNames, withoutNamesOfOtherCells } from "../../../extension/language/laterNames.js";

const mistake = (code: number, offset: number, length: number) => ({
  severity: "error" as const,
  code,
  message: "Cannot find name.",
  start: { line: 1, column: 1 + offset, offset },
  end: { line: 1, column: 1 + offset + length, offset: offset + length },
});

describe("Names of cells that have not run", () => {
  it("are found in declarations, patterns and imports", () => {
    const code =
      "const a = 1; let { b, c: d } = x; function e() {} class F {} import { g, h as i } from 'm';";
    assert.deepEqual([...declaredNames(code)], ["a", "b", "c", "d", "e", "F", "g", "h", "as", "i"]);
  });

  it("are no mistake; a name that no cell declares is one, and so is every other mistake", () => {
    const code = "clips + wrong";
    const found = [mistake(2304, 0, 5), mistake(2304, 8, 5), mistake(2322, 0, 5)];
    const kept = withoutNamesOfOtherCells(found, code, ["const clips = 1;"]);
    assert.deepEqual(kept, [found[1], found[2]]);
  });
});
