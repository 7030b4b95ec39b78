import assert from "node:assert/strict";
import type { CellChecker } from "../../../../kernel/session/compiler/internals.js";
import { quickInfo } from "../../../../kernel/session/compiler/quickInfo.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";
import { memoryProgram } from "./memoryProgram.js";

/** What is said about the place that a bar marks. */
function about(marked: string, others: Readonly<Record<string, string>> = {}) {
  const position = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { checker, file } = memoryProgram({ "/cell.ts": text, ...others });
  const info = quickInfo(checker as CellChecker, file("/cell.ts"), position);
  return (
    info && {
      name: text.slice(info.start, info.end),
      shown: ts.displayPartsToString(info.displayParts).replace(/\s+/g, " "),
      documentation: ts.displayPartsToString(info.documentation),
      ...(info.tags?.length ? { tags: info.tags.map((tag) => tag.name) } : {}),
      ...(info.untyped ? { untyped: info.untyped } : {}),
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
  });

  const missing = ["nobody|Knows;", "nobodyKnows.the|m;", "nobodyKnows().the|m;", "const a = 1; a.non|e;"];
  for (const marked of missing) {
    it(`is nothing where the name does not exist: ${marked}`, () => {
      const found = about(marked);
      assert.ok(found === undefined || found.untyped?.isKnown === false);
    });
  }

  it("is `any` for a member of what may be anything, with its path if it has one", () => {
    const member = about("let v: any; v.a['b'].de|ep;");
    assert.equal(member?.shown, "any");
    assert.deepEqual(member?.untyped, { path: ["v", "a", "b", "deep"], isKnown: true });
    const ofParameter = about("const f = (v: any) => v.a['b'].de|ep;");
    assert.deepEqual(ofParameter?.untyped, { path: [], isKnown: true });
  });

  it("has the documentation of a variable that an earlier cell has declared", () => {
    const earlier = "/** How wide.\n * @deprecated now */ let width = 1; export { width };";
    const found = about('declare let width: typeof import("./earlier").width; wi|dth;', {
      "/earlier.ts": earlier,
    });
    assert.deepEqual([found?.documentation, found?.tags], ["How wide.", ["deprecated"]]);
  });

  it("is nothing between names", () => {
    for (const marked of ["1 |+ 2;", "| ", "if| (true) {}"]) assert.equal(about(marked), undefined, marked);
  });
});
