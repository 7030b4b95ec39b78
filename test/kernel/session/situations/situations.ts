/** A situation that other kernels' tests or users' reports care for, in cells of our own. */
export interface Situation {
  readonly name: string;
  /** The kernel whose tests have a situation of the kind. */
  readonly from: "Deno" | "ijavascript, nel" | "tslab";
  readonly cells: readonly string[];
  /** What the last cell puts out: printed text, then what is displayed, its value, or its error. */
  readonly ours: string | RegExp;
  /** What Deno's tests or manual say of it; absent where we found nothing. */
  readonly deno?: string;
}

const inItsTests = "yes, in its tests";
const inItsManual = "yes, in its manual";

export const situations: readonly Situation[] = [
  { from: "Deno", name: "printed text", cells: ['console.log("one")'], ours: "one\n", deno: inItsTests },
  {
    from: "Deno",
    name: "a server answers after its cell has ended",
    cells: [
      'import http from "node:http";\nconst server = http.createServer((_, reply) => reply.end("hello")).listen(0, "127.0.0.1");\nawait new Promise((listening) => server.once("listening", listening));',
      "const { port } = server.address() as { port: number };\nconst answer = await (await fetch(`http://127.0.0.1:${port}`)).text();\nserver.close();\nanswer",
    ],
    ours: "'hello'",
    deno: inItsTests,
  },
  {
    from: "Deno",
    name: "an object that displays itself",
    cells: [
      '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>1</b>", "text/plain": "one" }) })',
    ],
    ours: "[text/html] one",
    deno: inItsManual,
  },
  {
    from: "Deno",
    name: "the value of an awaited promise",
    cells: ["await new Promise((done) => setTimeout(() => done(42), 5))"],
    ours: "42",
  },
  {
    from: "Deno",
    name: "a promise that nobody awaits as the last value",
    cells: ["Promise.resolve(1)"],
    ours: /1/,
  },
  {
    from: "ijavascript, nel",
    name: "text printed before an error is kept, and so are its variables",
    cells: ['const kept = "kept"; console.log("before"); throw new RangeError("too far")', "kept"],
    ours: "'kept'",
  },
  {
    from: "ijavascript, nel",
    name: "a thrown text",
    cells: ['throw "only text"'],
    ours: "error: Thrown: only text",
  },
  { from: "ijavascript, nel", name: "a declaration shows nothing", cells: ["var a = {}"], ours: "" },
  {
    from: "ijavascript, nel",
    name: "an object that holds itself",
    cells: ["const self: Record<string, unknown> = {}; self.self = self; self"],
    ours: "<ref *1> { self: [Circular *1] }",
  },
  {
    from: "ijavascript, nel",
    name: "a large array is shown in short",
    cells: ["new Array(20_000).fill(7)"],
    ours: /^\[(?:\s+7,){2}[\s\S]*19900 more items\s+\]$/,
  },
  {
    from: "ijavascript, nel",
    name: "require is a function",
    cells: ['require instanceof Function && typeof require("node:fs").statSync'],
    ours: "'function'",
  },
  {
    from: "ijavascript, nel",
    name: "globals of Node",
    cells: ["[typeof process.version, typeof globalThis, typeof Buffer]"],
    ours: "[ 'string', 'object', 'function' ]",
  },
  {
    from: "tslab",
    name: "a type error stops the cell, with its line",
    cells: ["const n: number = 1;\nconst s: string = n;"],
    ours: "error: TypeCheckError: line 2, column 7: Type 'number' is not assignable to type 'string'.",
  },
  {
    from: "tslab",
    name: "a syntax error stops the cell",
    cells: ["const broken = ;"],
    ours: "error: SyntaxError: line 1, column 16: Expression expected.",
  },
  {
    from: "tslab",
    name: "a constant is declared again with another type",
    cells: ["const again = 1", "const again = 'text'", "again.length"],
    ours: "4",
  },
  {
    from: "tslab",
    name: "the cell after a failed one sees what was declared before",
    cells: ["const first = 1", "first.nothing", "first"],
    ours: "1",
  },
  {
    from: "tslab",
    name: "what a cell declared before it threw",
    cells: ["let early = 5; throw new Error('stop')", "early"],
    ours: "5",
  },
  {
    from: "tslab",
    name: "for await at top level",
    cells: [
      "async function* two() { yield 1; yield 2 }",
      "let sum = 0; for await (const each of two()) sum += each;\nsum",
    ],
    ours: "3",
  },
  {
    from: "tslab",
    name: "await inside a declaration's pattern",
    cells: ["const { a, b: [c] } = await Promise.resolve({ a: 1, b: [2] })", "[a, c]"],
    ours: "[ 1, 2 ]",
  },
  {
    from: "tslab",
    name: "import() of a module of Node",
    cells: ["const { basename } = await import('node:path')", "basename('a/b')"],
    ours: "'b'",
  },
  {
    from: "tslab",
    name: "an import that is only a type",
    cells: ["import type { Stats } from 'node:fs'", "const sizes = (all: Stats[]) => all.length; sizes([])"],
    ours: "0",
  },
  {
    from: "tslab",
    name: "a class with private fields, accessors and static blocks",
    cells: [
      "class Counter { #n = 0; static made = 0; static { Counter.made = 3 } get n() { return this.#n } up() { this.#n++; return this } }",
      "[new Counter().up().n, Counter.made]",
    ],
    ours: "[ 1, 3 ]",
  },
  {
    from: "tslab",
    name: "a function of an earlier cell sees a constant that is declared again",
    cells: ["const unit = 1; const read = () => unit", "const unit = 2", "read()"],
    ours: "2",
  },
  {
    from: "tslab",
    name: "a package that is only an ES module",
    cells: ["import { interpolateLab } from 'd3-interpolate'", "typeof interpolateLab"],
    ours: "'function'",
  },
  {
    from: "tslab",
    name: "import.meta.url",
    cells: ["import.meta.url.startsWith('file:')"],
    ours: "true",
  },
  {
    from: "tslab",
    name: "an awaited promise that fails is the cell's error",
    cells: ["await Promise.reject(new TypeError('no'))"],
    ours: "error: TypeError: no",
  },
  { from: "tslab", name: "export in a cell", cells: ["export const out = 3", "out"], ours: "3" },
];
