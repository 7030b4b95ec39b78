import assert from "node:assert/strict";
import type { CellCompiler, CompiledCell } from "../../../kernel/session/cellCompiler.js";
import { CellEvaluator, ErrorShown } from "../../../kernel/session/cellEvaluator.js";
import { ModuleLoader } from "../../../kernel/session/moduleLoader.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { recordedCell } from "./recordedCell.js";

const sourceMap = '{"version":3,"sources":[],"names":[],"mappings":""}';
const mistake = {
  ...{ severity: "error" as const, code: 2322, message: "not so" },
  ...{ start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } },
};

describe("the evaluation of a cell", () => {
  const cwd = temporaryFolder();
  const scope: Record<string, unknown> = {};
  const committed: unknown[] = [];

  /** Evaluates what a compiler is said to have made of a cell. */
  function evaluated(compiled: Partial<CompiledCell>, code = "x") {
    const compiler = {
      compile: async () => ({ id: 7, diagnostics: [], preloaded: [], sourceMap, ...compiled }),
      commit: async (id: number, ran: readonly string[]) => void committed.push([id, ...ran]),
    } as unknown as CellCompiler;
    const loader = new ModuleLoader(cwd, async () => undefined);
    const evaluator = new CellEvaluator(scope, compiler, loader, { cwd, preload: false });
    const { cell, printed } = recordedCell(901);
    return { value: evaluator.evaluate(code, cell), printed };
  }

  beforeEach(() => (committed.length = 0));

  it("runs over the notebook's scope and ends with the last value", async () => {
    const { value } = evaluated({ code: "__scope.a = 1; __cell.ran('a'); __cell.result(__scope.a + 1);" });
    assert.equal(await value, 2);
    assert.deepEqual([scope.a, committed], [1, [[7, "a"]]]);
  });

  it("tells the compiler what ran before a throw", async () => {
    const { value } = evaluated({ code: "__cell.ran('b'); throw new RangeError('c'); __cell.ran('d');" });
    await assert.rejects(value, RangeError);
    assert.deepEqual(committed, [[7, "b"]]);
  });

  it("shows the errors of a cell that does not compile, and runs nothing", async () => {
    const { value, printed } = evaluated({ diagnostics: [mistake] });
    const shown = await value;
    assert.ok(ErrorShown.is(shown));
    assert.match(shown.output.traceback.join("\n"), /1:1 - error TS2322: not so/);
    assert.deepEqual([printed("stderr"), committed], ["", []]);
  });

  it("shows errors that do not keep a cell from running as warnings", async () => {
    const { value, printed } = evaluated({ code: "__cell.result(1);", diagnostics: [mistake] });
    assert.equal(await value, 1);
    assert.match(printed("stderr"), /TS2322: not so/);
  });

  it("says of a module cell that it makes no module", async () => {
    const { value, printed } = evaluated({ code: "" }, "/** @module shared */");
    await value;
    assert.match(printed("stderr"), /^"@module shared" makes no module here/);
  });

  it("gives a cell its signal, `display` and modules", async () => {
    const { value } = evaluated({
      code: "__cell.result([signal.aborted, typeof display, typeof input, typeof require, __dirname, (await __cell.import('node:path')).sep.length, __cell.meta.dirname]);",
    });
    assert.deepEqual(await value, [false, "function", "function", "function", cwd, 1, cwd]);
  });
});
