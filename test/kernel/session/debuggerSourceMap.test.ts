import assert from "node:assert/strict";
import { SourceMap, type SourceMapPayload } from "node:module";
import { describe, it } from "mocha";
import { sourceMapComment } from "../../../kernel/session/debuggerSourceMap.js";

/** The map in a comment, as a debugger reads it. */
function read(comment: string): SourceMapPayload {
  const [, data] = /^\/\/# sourceMappingURL=data:application\/json;base64,(.+)$/.exec(comment)!;
  return JSON.parse(Buffer.from(data, "base64").toString()) as SourceMapPayload;
}

describe("the source map of a script for a debugger", () => {
  // line 1 of the script comes from line 7 of the source, line 5 from line 2 (both counted from 1): +6 and -5
  const map = JSON.stringify({ version: 3, sources: ["../__cell_1__.ts"], mappings: "AAMA;;;;AALA" });

  it("names the source as the debugger knows it", () => {
    assert.deepEqual(read(sourceMapComment(map, "/n.ipynb/cell-W0.ts", 0)).sources, ["/n.ipynb/cell-W0.ts"]);
  });

  it("counts the user's lines alone, whatever stands before them", () => {
    for (const linesBefore of [0, 1]) {
      const found = new SourceMap(read(sourceMapComment(map, "cell.ts", linesBefore)));
      const lineOf = (row: number) => (found.findEntry(row, 0) as { originalLine: number }).originalLine;
      assert.deepEqual([lineOf(0), lineOf(4)], [6 - linesBefore, 1 - linesBefore]);
    }
  });

  it("shifts positions that need several digits", () => {
    // "AAgDA": line 48 in two digits
    const far = JSON.stringify({ version: 3, sources: ["a"], mappings: "AAgDA" });
    const found = new SourceMap(read(sourceMapComment(far, "cell.ts", 1)));
    assert.equal((found.findEntry(0, 0) as { originalLine: number }).originalLine, 47);
  });
});
