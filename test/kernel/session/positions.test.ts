import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { isFollowedByNode } from "./foreignTraces.js";
import { runner, type Runner } from "./runner.js";
import { ours } from "./situations/ours.js";
import { failingModule, fields, preparation, stacks, type StackSituation } from "./situations/stacks.js";

describe("a position in a notebook", () => {
  const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), "positions-")));
  let session: NotebookSession;
  let cells: Runner;

  before(async () => {
    writeFileSync(path.join(cwd, "failing.ts"), failingModule);
    session = await NotebookSession.start({ cwd });
    cells = runner(session);
    await cells.value(preparation);
  });
  after(async () => {
    await session.close();
    rmSync(cwd, { recursive: true });
  });

  /** All that a cell puts out, as text, until what it has left running has ended. */
  async function shown(code: string): Promise<{ text: string; outputs: CellOutput[] }> {
    const { outputs } = await cells.run(code);
    if (code.includes("late =")) await cells.run("await late");
    return { outputs, text: outputs.map(textOf).join("\n") };
  }

  async function assertShown({ code, shown: expected }: StackSituation): Promise<void> {
    const { text } = await shown(code);
    let from = 0;
    for (const each of expected) {
      const wanted = each
        .replace("{n}", String(session.executionCount - Number(code.includes("late ="))))
        .replace("{cwd}", cwd);
      const at = text.indexOf(wanted, from);
      assert.notEqual(at, -1, `${wanted} is missing from here on: ${text.slice(from)}`);
      from = at + wanted.length;
    }
    assert.doesNotMatch(text, ours(packageRoot, isFollowedByNode()));
  }

  for (const [name, situation] of Object.entries(stacks))
    it(`is the one that the user has written: ${name}`, () => assertShown(situation));

  for (const [name, situation] of Object.entries(fields))
    it(`stands in an error with what the error holds: ${name}`, () => assertShown(situation));

  it("is the same in a thread that loads the same module, nested, posted or thrown", async function () {
    if (!(process.features as { typescript?: unknown }).typescript) return this.skip(); // there TypeScript loads in no thread
    const file = JSON.stringify(path.join(cwd, "failing.ts"));
    const [required, imported] = [`require(${file}).failing()`, `import(${file}).then((it) => it.failing())`];
    const nested = `new (require("worker_threads").Worker)(${JSON.stringify(required)}, { eval: true })`;
    const posted = (code: string) =>
      `(async () => ${code})().catch((error) => require("worker_threads").parentPort.postMessage(error))`;
    await cells.value(`const said = (code: string) => new Promise((done) => {
      const thread = new (require("worker_threads").Worker)(code, { eval: true, stderr: true });
      for (const event of ["error", "message"]) thread.on(event, done);
    });`);
    for (const code of [required, imported, nested, posted(required), posted(imported)]) {
      const { text } = await shown(`throw await said(${JSON.stringify(code)});`);
      assert.match(text, /failing.*failing\.ts:6:9/s, code);
      assert.doesNotMatch(text, /failing\.ts:(?!6:9)/, code);
    }
  });

  it("stands once for a cause that leads back to its error", async () => {
    for (const code of [
      "const own: Error = new Error('a'); own.cause = own; throw own;",
      "const first = new Error('a'); const second = new Error('b', { cause: first }); first.cause = second; throw second;",
      "const many = new AggregateError([new Error('a')]); many.errors.push(many); throw many;",
    ]) {
      const { text } = await shown(code);
      assert.equal(text.match(/Error: a/g)?.length, 1, text);
    }
  });

  it("stands once for a last value that is rejected, at once or later", async () => {
    for (const code of [
      "Promise.reject(new Error('a'))",
      "(async () => { await 0; throw new Error('a'); })()",
      "new Promise((_, no) => setTimeout(() => no(new Error('a')), 5))",
    ]) {
      const { outputs } = await shown(code);
      assert.deepEqual(
        outputs.map((output) => output.output_type),
        ["error"],
        code,
      );
    }
  });
});

function textOf(output: CellOutput): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return output.traceback.join("\n");
  return "data" in output ? String(output.data["text/plain"]) : "";
}
