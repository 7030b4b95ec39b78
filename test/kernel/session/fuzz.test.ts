import assert from "node:assert/strict";
import fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { runner } from "./runner.js";

/** How many cells; AEN_FUZZ_CELLS=1000 for the long proof. */
const count = Number(process.env.AEN_FUZZ_CELLS ?? 1000);

const name = fc.constantFrom(
  "a",
  "b",
  "é",
  "$",
  "_x",
  "日本",
  "\u{1d4b3}",
  "constructor",
  "toString",
  "await1",
);
const literal = fc.oneof(
  fc.integer().map(String),
  fc.string({ unit: "binary", maxLength: 30 }).map((text) => JSON.stringify(text)),
  fc.constantFrom("null", "undefined", "NaN", "[]", "({})", "new Map()", "Symbol('s')", "1n", "/x/u"),
);
const valid = fc.oneof(
  fc
    .tuple(fc.constantFrom("const", "let", "var"), name, literal)
    .map(([kind, to, value]) => `${kind} ${to} = ${value};`),
  fc.tuple(name, literal).map(([to, value]) => `function ${to}() { return ${value}; }`),
  fc.tuple(name, name).map(([to, from]) => `class ${to} { m = typeof ${from}; }`),
  fc.tuple(name, literal).map(([to, value]) => `const { ${to} = ${value}, ...rest } = { q: 1 } as any; rest`),
  name.map((to) => `interface ${to} { w: number } type T_${to} = ${to}["w"];`),
  literal.map((value) => `await Promise.resolve(${value})`),
  literal.map((value) => `throw ${value};`),
  literal.map((value) => `console.log(${value}); ${value}`),
  literal.map((value) => `void Promise.reject(${value});`),
);
/** Nested values cost TypeScript time that grows much faster than their depth. */
const deepest = {
  "(|)": 3000,
  "!|": 3000,
  "1+|": 3000,
  "[|]": 300,
  "{|}": 300,
  "`${|}`": 100,
  "(() => |)()": 60,
  "({a:|})": 60,
};
const deep = fc.constantFrom(...Object.entries(deepest)).chain(([pair, most]) =>
  fc.integer({ min: 1, max: most }).map((depth) => {
    const [open, close] = pair.split("|");
    return `${open.repeat(depth)}1${close.repeat(depth)}`;
  }),
);
const huge = fc
  .integer({ min: 1, max: 2000 })
  .map((lines) => Array.from({ length: lines }, (_, n) => `"line ${n}";`).join("\n"));
const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      "\ud800",
      "\udc00",
      "\u2028",
      "\u0000",
      "\r",
      "`",
      "${",
      "}",
      "/*",
      "//",
      "\\u{",
      "<!--",
      "#!",
      "@",
      "import ",
      "export ",
      "await ",
    ),
    maxLength: 20,
  }),
);
const broken = fc
  .tuple(valid, fc.nat(40), noise)
  .map(([code, at, text]) => code.slice(0, at) + text + code.slice(at));
const cell = fc.oneof(
  { weight: 5, arbitrary: valid },
  { weight: 3, arbitrary: broken },
  { weight: 3, arbitrary: noise },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: huge },
);

describe("a session that is given random cells", function () {
  this.timeout(240_000);
  let session: NotebookSession;
  before(async () => {
    session = await NotebookSession.start({ cwd: process.cwd(), preload: false, ignoreTypeErrors: true });
  });
  after(() => session.close());

  it(`answers each of ${count}, still answers after them, and keeps its memory bounded`, async () => {
    const cells = runner(session);
    const sources = fc.sample(cell, { numRuns: count, seed: 6 });
    await cells.run("let kept = 42;");
    let early = 0;
    for (const [index, source] of sources.entries()) {
      const { result } = await cells.run(source);
      assert.ok(["ok", "error"].includes(result.status), JSON.stringify(source));
      if (index === Math.floor(count / 4)) early = process.memoryUsage.rss();
    }
    assert.equal(await cells.value("kept"), "42");
    const grown = (process.memoryUsage.rss() - early) / 2 ** 20;
    assert.ok(grown < 400, `memory has grown by ${grown.toFixed(0)} MB over the last three quarters`);
  });
});
