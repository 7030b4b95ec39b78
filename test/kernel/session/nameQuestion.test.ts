import assert from "node:assert/strict";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { answerOutput, askedName, inspectionData } from "../../../kernel/session/nameQuestion.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { runner, textOf } from "./runner.js";

const cells: readonly (readonly [string, string | undefined])[] = [
  ["run?", "run"],
  ["?run", "run"],
  ["run.evaluate?", "run.evaluate"],
  ["  run.evaluate ?? \n", "run.evaluate"],
  ["??$größe;", "$größe"],
  ["run", undefined],
  ["run?.evaluate", undefined],
  ["a ? b : c", undefined],
  ["a ?? b", undefined],
  ["?", undefined],
  ["f()?", undefined],
  ["const a = 1\na?", undefined],
];

describe("a cell that asks about a name", function () {
  this.timeout(60_000);
  let session: NotebookSession;
  before(async () => (session = await NotebookSession.start({ cwd: temporaryFolder(), preload: false })));
  after(() => session.close());

  for (const [code, expected] of cells)
    it(`${expected === undefined ? "is not" : `(${expected}) is`} ${JSON.stringify(code)}`, () =>
      assert.equal(askedName(code), expected));

  it("is answered with the signature and the documentation", () => {
    const found = { signature: "let a: number", documentation: "How wide.", start: 0, end: 1 };
    assert.deepEqual(inspectionData(found), {
      "text/plain": "let a: number\n\nHow wide.",
      "text/markdown": "```typescript\nlet a: number\n```\nHow wide.",
    });
    assert.equal(inspectionData({ ...found, documentation: "" })["text/plain"], "let a: number");
    assert.equal(answerOutput("a", found).output_type, "display_data");
  });

  it("shows in the notebook what is known, of names of other cells too", async () => {
    const { run } = runner(session);
    await run("/** How wide. */\nlet width = 1;");
    for (const code of ["width?", "?width", "Math.max??"]) {
      const { result, outputs } = await run(code);
      const [shown] = outputs;
      assert.equal(result.status, "ok");
      assert.ok(outputs.length === 1 && shown.output_type === "display_data");
      const text = String(shown.data["text/plain"]);
      assert.match(text, code.includes("width") ? /^let width: number\n\nHow wide\.$/ : /max\(.*: number/);
    }
  });

  it("says so where nothing is known", async () => {
    const { result, outputs } = await runner(session).run("nobody?");
    assert.deepEqual([result.status, textOf(outputs)], ["ok", "Nothing is known about 'nobody'.\n"]);
  });

  it("is complete, and no mistake to an editor", async () => {
    assert.equal((await session.isComplete("width?")).status, "complete");
    assert.deepEqual(await session.diagnostics("width?"), []);
    assert.deepEqual(await session.notebookDiagnostics(["let a = 1;", "a?"]), [[], []]);
  });
});
