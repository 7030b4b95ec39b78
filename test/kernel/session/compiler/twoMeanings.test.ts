import assert from "node:assert/strict";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";
import { meaningsOf } from "../../../../kernel/session/compiler/twoMeanings.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

describe("a name that is a type in one cell and a value in another", () => {
  /** Cells one after the other, all of which have to compile, and one at last that must not. */
  const sequences: readonly { cells: readonly string[]; wrong?: string }[] = [
    {
      cells: [
        "interface Box { w: number }",
        "const Box = (w: number): Box => ({ w })",
        "const b: Box = Box(1)",
      ],
      wrong: "const c: Box = { h: 1 }",
    },
    {
      cells: [
        "const Kind = { A: 1 } as const",
        "type Kind = keyof typeof Kind",
        "const k: Kind = 'A'; Kind.A",
      ],
    },
    {
      cells: ["type Size = 1 | 2", "let Size = 1", "Size = 3; const s: Size = 2"],
      wrong: "const t: Size = 3",
    },
    { cells: ["let n = 1", "interface n { a: 1 }", "n = 2; const m: n = { a: 1 }"], wrong: "n = 'text'" },
    {
      cells: [
        "interface Pair<A, B extends string = 'b'> { a: A; b: B }",
        "function Pair() {}",
        "Pair() as unknown as Pair<1>",
      ],
      wrong: "const p: Pair<1, 2> = {} as any",
    },
    {
      cells: ["interface A { x: 1 }", "const A = 1", "interface A { y: 1 }", "const a: A = { y: 1 }; A + 1"],
    },
    { cells: ["class C { c = 1 }", "type C = 'c'", "const c: C = 'c'; new C().c"] },
    { cells: ["type V = 1", "{ var V = 2 }", "const v: V = 1; V = 3"] },
    { cells: ["interface D { x: 1 } let D = 1", "D = 2; const d: D = { x: 1 }"] },
    { cells: ["type E = 1", "class E { e = 1 }", "new E().e"], wrong: "const e: E = 1" },
    { cells: ["class F { f = 1 }", "const F = 1"], wrong: "const f: F = 1" },
  ];

  let compiler: NotebookCompiler;
  before(() => (compiler = new NotebookCompiler(packageRoot, packageRoot, false)));

  for (const { cells, wrong } of sequences) {
    it(`keeps both: ${cells.join(" | ")}${wrong ? `, but not ${wrong}` : ""}`, () => {
      for (const cell of cells) {
        const { id, diagnostics } = compiler.compile(cell);
        assert.deepEqual(diagnostics, [], cell);
        compiler.commit(id, ["Box", "b", "Kind", "Size", "n", "Pair", "A", "C", "V", "D", "E", "F"]);
      }
      if (wrong) assert.notDeepEqual(compiler.compile(wrong).diagnostics, []);
    });
  }

  it("keeps its type when the cell with the value fails first", () => {
    const kept = compiler.compile("interface Late { q: 1 }");
    compiler.commit(kept.id, []);
    const failed = compiler.compile("const Late = 1");
    compiler.commit(failed.id, []);
    assert.deepEqual(compiler.compile("const l: Late = { q: 1 }").diagnostics, []);
    assert.notDeepEqual(compiler.compile("Late + 1").diagnostics, []);
  });

  it("is told from a name that has both meanings at once", () => {
    const code =
      "interface A<T  extends\n 1> {} type B = 1; const c = 1; function D() {} class E {} enum F {}";
    const { types, values } = meaningsOf(ts.createSourceFile("a.ts", code, ts.ScriptTarget.Latest, true));
    assert.deepEqual(
      [...types],
      [
        ["A", { declared: "<T extends 1>", used: "<T>" }],
        ["B", { declared: "", used: "" }],
      ],
    );
    assert.deepEqual([...values], ["c", "D"]);
  });
});
