import assert from "node:assert/strict";
import type { CellChecker } from "../../../../kernel/session/compiler/internals.js";
import { quickInfo } from "../../../../kernel/session/compiler/quickInfo.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";
import { memoryProgram } from "./memoryProgram.js";

/** What is said about the place that a bar marks. */
function about(marked: string) {
  const position = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { checker, file } = memoryProgram({ "/cell.ts": text });
  const info = quickInfo(checker as CellChecker, file("/cell.ts"), position);
  return (
    info && {
      name: text.slice(info.start, info.end),
      shown: ts.displayPartsToString(info.displayParts).replace(/\s+/g, " "),
      documentation: ts.displayPartsToString(info.documentation),
    }
  );
}

describe("what is said about a name", () => {
  it("is its declaration and its documentation", () => {
    assert.deepEqual(about("/** How wide. */ const width = 1; wi|dth;"), {
      name: "width",
      shown: "const width: 1",
      documentation: "How wide.",
    });
  });

  it("is the property that a type declares, in a literal of that type", () => {
    const found = about("interface Box {\n/** In pixels. */\nw: number } const box: Box = { |w: 1 };");
    assert.deepEqual(found, { name: "w", shown: "(property) Box.w: number", documentation: "In pixels." });
  });

  it("is the constructor where an object is made", () => {
    assert.match(
      about("class Box { constructor(w: number) {} } new |Box(1);")!.shown,
      /^constructor Box\(w: number\): Box$/,
    );
    assert.equal(about("class Box {} |new Box();")?.name, "Box");
  });

  it("is its type where it has no declaration", () => {
    assert.equal(about("class Box { m() { return th|is; } }")?.shown, "this: this");
    assert.equal(about("export {}; import.me|ta;")?.name, "import.meta");
    assert.equal(about("nobody|Knows;")?.shown, "any");
  });

  it("is nothing between names", () => {
    for (const marked of ["1 |+ 2;", "| ", "if| (true) {}"]) assert.equal(about(marked), undefined, marked);
  });
});
