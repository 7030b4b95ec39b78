import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { NotebookSession, type ExecuteResult } from "../../../kernel/session/notebookSession.js";

describe("a notebook session", () => {
  let session: NotebookSession;

  before(async () => {
    session = await NotebookSession.start({ cwd: process.cwd(), preload: false });
  });
  after(() => session.close());

  async function run(code: string): Promise<{ result: ExecuteResult; outputs: CellOutput[] }> {
    const outputs: CellOutput[] = [];
    const result = await session.execute(code, { onOutput: (output) => outputs.push(output) });
    return { result, outputs };
  }

  async function value(code: string): Promise<string> {
    const { result, outputs } = await run(code);
    assert.equal(result.status, "ok", JSON.stringify(outputs));
    const last = outputs.findLast((output) => output.output_type === "execute_result");
    return last ? String(last.data["text/plain"]) : "";
  }

  it("keeps values, functions, classes, enums and types from cell to cell", async () => {
    await run("const one = 1; let word = 'a'; function plus(n: number) { return n + one }");
    await run(
      "class Clip { static first = new Clip(); frames = 16 } enum Side { Left, Right } interface Box { w: number }",
    );
    assert.equal(
      await value(
        "word += 'b'; const box: Box = { w: plus(2) }; [word, box.w, Clip.first.frames, Side.Right]",
      ),
      "[ 'ab', 3, 16, 1 ]",
    );
  });

  it("shows type errors with line and column and does not run the cell", async () => {
    const { result, outputs } = await run("let touched = true;\nconst wrong: number = 'no';");
    assert.equal(result.status, "error");
    assert.equal(outputs.length, 1);
    assert.match(result.error!.traceback.join("\n"), /^2:7 - error TS2322: Type 'string' is not assignable/);
    assert.match((await run("touched")).result.error!.evalue, /Cannot find name 'touched'/);
  });

  it("lets later cells fill a variable that was declared without a type", async () => {
    await run("let best; const losses = [];");
    await run("best = 7; losses.push(0.5);");
    assert.equal(await value("[best, losses.length, losses[0]]"), "[ 7, 1, 0.5 ]");
    assert.match((await run("best = ;")).result.error!.evalue, /Expression expected/);
  });

  it("keeps what ran before a throw", async () => {
    const { result } = await run(
      "let kept = 3;\nfunction boom() { throw new Error('boom') }\nboom();\nlet never = 1;",
    );
    assert.deepEqual(result.error!.traceback, [
      "Error: boom",
      "    at boom (Cell [10]:2:25)",
      "    at Cell [10]:3:1",
    ]);
    assert.equal(await value("kept"), "3");
    assert.equal((await run("never")).result.status, "error");
  });

  it("shows once what a cell displays last, not the handle of it as well", async () => {
    for (const code of ["display([1])", "display.html('<b>x</b>')", "const shown = display(1); shown"])
      assert.deepEqual(
        (await run(code)).outputs.map((output) => output.output_type),
        ["display_data"],
      );
  });
});
