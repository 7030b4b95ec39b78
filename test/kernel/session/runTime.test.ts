import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { runner, textOf, type Runner } from "./runner.js";

/** Cells that run in turn; the text of the last value, or what the last cell prints. */
interface RunTimeSituation {
  readonly cells: readonly string[];
  readonly value?: string;
  readonly printed?: string;
}

const disposable = (name: string) => `{ v: 1, [Symbol.dispose]() { console.log("${name} disposed"); } }`;

const situations: Record<string, RunTimeSituation> = {
  "`eval` reads variables of other cells": { cells: ["const five = 5;", 'eval("five + 1")'], value: "6" },
  "`eval` assigns them": { cells: ["let count = 1;", 'eval("count += 6");', "count"], value: "7" },
  "`eval` in a function sees its own names first": {
    cells: [
      "const shadowed = 1;",
      'function inner() { const shadowed = 2; return eval("shadowed"); }',
      "inner()",
    ],
    value: "2",
  },
  "`eval` sees the globals": { cells: ['eval("Math.max(1, 2)")'], value: "2" },
  "what `eval` declares ends with it": {
    cells: ['eval("var inside = 1"); typeof (globalThis as any).inside'],
    value: "'undefined'",
  },
  "an indirect `eval` sees globals alone": {
    cells: ["const unseen = 1;", '(0, eval)("typeof unseen")'],
    value: "'undefined'",
  },
  "a cell that evaluates is strict": { cells: ['eval("(function () { return this })()")'], value: "" },
  "`import()` in `new Function`": {
    cells: ["const os = await new Function(\"return import('node:os')\")();\ntypeof os.cpus"],
    value: "'function'",
  },
  "`import()` in `eval`": { cells: ["typeof (await eval(\"import('node:os')\")).cpus"], value: "'function'" },
  "`using` at the top of a cell": {
    cells: [`using held = ${disposable("held")};\nconsole.log(held.v);`],
    printed: "1\nheld disposed\n",
  },
  several: {
    cells: [`using one = ${disposable("one")}, two = ${disposable("two")};`],
    printed: "two disposed\none disposed\n",
  },
  "`await using`": {
    cells: [
      'await using slow = { async [Symbol.asyncDispose]() { await 0; console.log("slow disposed"); } };',
    ],
    printed: "slow disposed\n",
  },
  "`using` in a block": {
    cells: [`{ using b = ${disposable("b")}; console.log("in"); }`],
    printed: "in\nb disposed\n",
  },
  "`using` of nothing": { cells: ["using none = null;\nnone"], value: "null" },
  "a value that is used later": { cells: [`using kept = ${disposable("kept")};`, "kept.v"], value: "1" },
  "JSON with a byte order mark": {
    cells: ['import marked from "./marked.json";\nmarked'],
    value: "{ a: 'ä' }",
  },
  "such JSON, with its type": {
    cells: ['import typed from "./marked.json" with { type: "json" };\ntyped.a'],
    value: "'ä'",
  },
  "such JSON, on the way": { cells: ['(await import("./marked.json")).default'], value: "{ a: 'ä' }" },
  "such JSON, required": { cells: ['require("./marked.json")'], value: "{ a: 'ä' }" },
  "a notebook's arguments": {
    cells: ["process.argv.length === 2 && process.argv[1] === import.meta.filename"],
    value: "true",
  },
  "a module cell of tslab's": {
    cells: ["/** @module shared */\nexport const answer = 42;", "answer"],
    value: "42",
  },
  "a function's text that is sent elsewhere": {
    cells: [
      "const base = 2;\nconst later = async (n: number) => (await Promise.resolve(n)) * 2;",
      "await new Function(`return (${later})(4)`)()",
    ],
    value: "8",
  },
};

describe("a cell at run time", () => {
  const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), "run-time-")));
  let session: NotebookSession;
  let cells: Runner;

  before(async () => {
    writeFileSync(path.join(cwd, "marked.json"), '\uFEFF{ "a": "ä" }');
    session = await NotebookSession.start({ cwd });
    cells = runner(session);
  });
  after(async () => {
    await session.close();
    rmSync(cwd, { recursive: true });
  });

  for (const [name, { cells: code, value, printed }] of Object.entries(situations)) {
    it(`does what the language says: ${name}`, async () => {
      const last = code.at(-1)!;
      for (const each of code.slice(0, -1)) assert.equal((await cells.run(each)).result.status, "ok", each);
      if (printed === undefined) assert.equal(await cells.value(last), value);
      else assert.equal(await cells.printed(last), printed);
    });
  }

  it("disposes of what it uses when it fails, and when it is stopped", async () => {
    const { outputs } = await cells.run(`using failing = ${disposable("failing")};\nthrow new Error("a");`);
    assert.deepEqual([textOf(outputs), outputs.at(-1)?.output_type], ["failing disposed\n", "error"]);
    const begun = `using stopped = ${disposable("stopped")};\nconsole.log("begun");\nfor (;;) await new Promise((done) => setTimeout(done, 5));`;
    const { result } = await cells.run(begun, {
      onOutput: (output) =>
        output.output_type === "stream" && output.text === "begun\n" && session.interrupt(),
    });
    assert.equal(result.status, "aborted");
  });

  it("that cannot dispose of what it uses says so", async () => {
    const { result } = await cells.run("// @ts-expect-error\nusing number = 1;");
    assert.match(result.error!.evalue, /"using" has no \[Symbol\.dispose\]\(\)/);
  });

  it("that is a module in tslab says what it is here", async () => {
    const { outputs } = await cells.run("/**\n * @module lib/more\n */\nexport const more = 1;");
    assert.match(
      textOf(outputs),
      /"@module lib\/more" makes no module here, because .*save the text as lib\/more\.ts/,
    );
    assert.equal(await cells.printed("/** Not a @module: */ const plain = 1;"), "");
  });
});
