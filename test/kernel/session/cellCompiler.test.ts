import assert from "node:assert/strict";
import { CellCompiler } from "../../../kernel/session/cellCompiler.js";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";

/** Keeps TypeScript's parser busy for hours: it tries every bracket in two ways. */
const endless = "async (".repeat(60);

describe("a compiler that is stuck in a cell", function () {
  this.timeout(60_000);

  it("gives the cell up when it is interrupted; the next one finds every name and its type", async () => {
    const session = await NotebookSession.start({ cwd: process.cwd(), preload: false });
    const run = async (code: string) => {
      const results: unknown[] = [];
      const onOutput = (output: object) => void results.push(output);
      return { ...(await session.execute(code, { onOutput })), results };
    };
    try {
      await run("interface Face { smile: number }; const face: Face = { smile: 3 }");
      const stuck = run(endless);
      setTimeout(() => session.interrupt(), 500);
      assert.equal((await stuck).status, "aborted");
      const after = await run("face.smile");
      assert.deepEqual([after.status, after.executionCount], ["ok", 3]);
      assert.match(JSON.stringify(after.results), /"text\/plain":"3"/);
      assert.equal((await run("face.frown")).status, "error", "the type is known, too");
    } finally {
      await session.close();
    }
  });

  it("answers cells again soon after a request about such a text, even one that was pending", async () => {
    const compiler = new CellCompiler({
      cwd: process.cwd(),
      packageRoot: process.cwd(),
      preload: false,
      patience: 1000,
    });
    try {
      const first = await compiler.compile("const first = 1;");
      await compiler.commit(first.id, ["first"]);
      const second = await compiler.compile("const second = first + 1;");
      await assert.rejects(compiler.diagnostics(endless), /did not finish with this cell within 1 seconds/);
      await compiler.commit(second.id, ["second"]);
      const third = await compiler.compile("const third: string = first + second;");
      assert.deepEqual(
        third.diagnostics.map(({ message }) => message),
        ["Type 'number' is not assignable to type 'string'."],
      );
    } finally {
      await compiler.close();
    }
  });
});
