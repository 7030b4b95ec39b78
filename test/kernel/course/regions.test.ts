import assert from "node:assert/strict";
import { hiddenTestMarks, replaceRegions, solutionMarks } from "../../../kernel/course/regions.js";

describe("marked regions", () => {
  it("give way to a stub that is indented like the mark", () => {
    const source = "f() {\n    // BEGIN SOLUTION\n    one();\n    two();\n    // END SOLUTION\n}";
    assert.equal(
      replaceRegions(source, solutionMarks, "// Your code here"),
      "f() {\n    // Your code here\n}",
    );
  });

  it("leave nothing where there is no stub, each of several", () => {
    const source =
      "a\n// BEGIN HIDDEN TESTS\nb\n// END HIDDEN TESTS\nc\n// BEGIN HIDDEN TESTS\nd\n// END HIDDEN TESTS";
    assert.equal(replaceRegions(source, hiddenTestMarks, null), "a\nc");
  });

  it("are told from a source without them", () =>
    assert.equal(replaceRegions("a", solutionMarks, ""), undefined));

  it("are refused one in the other, and without an end", () => {
    const mark = "// BEGIN SOLUTION";
    assert.throws(
      () => replaceRegions(`${mark}\n${mark}\n// END SOLUTION`, solutionMarks, ""),
      /within another one/,
    );
    assert.throws(() => replaceRegions(mark, solutionMarks, ""), /has no "END SOLUTION"/);
  });
});
