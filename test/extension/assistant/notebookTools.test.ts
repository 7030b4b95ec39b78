import "../standIn/register.js";
import assert from "node:assert/strict";
import ts from "typescript";
import type * as standIn from "../standIn/vscode.js";

const { asked, window } = (await import("vscode")) as unknown as typeof standIn;
const { ablationCode, meantCell, runCell, startAblation } =
  await import("../../../extension/assistant/notebookTools.js");

describe("what an assistant may run, once the user has agreed", () => {
  const cell = (index: number, kind: number, success?: boolean) => ({
    index,
    kind,
    executionSummary: { success },
  });
  const cells = [cell(0, 1), cell(1, 2, true), cell(2, 2, false), cell(3, 2)];
  const notebook = { uri: "n", cellCount: 3, getCells: () => cells, cellAt: (index: number) => cells[index] };
  beforeEach(() => {
    window.activeNotebookEditor = { notebook, revealRange: () => {} };
    asked.executed.length = asked.edits.length = 0;
  });
  afterEach(() => (window.activeNotebookEditor = undefined));

  it("is a code cell, counted from 1; it is told how it ended and nothing of its outputs", async () => {
    assert.deepEqual(await runCell({ cell: 1 }), { cell: 1, state: "finished" });
    assert.deepEqual(await runCell({ cell: 2 }), { cell: 2, state: "failed, see the notebook" });
    assert.deepEqual(asked.executed[0], [
      "notebook.cell.execute",
      { ranges: [{ start: 1, end: 2 }], document: "n" },
    ]);
    assert.throws(() => meantCell({ cell: 4 }), /has 3 code cells; there is no code cell 4/);
    window.activeNotebookEditor = undefined;
    await assert.rejects(runCell({ cell: 1 }), /No notebook is in front/);
  });

  it("is an ablation in a new cell at the end", async () => {
    assert.deepEqual(await startAblation({ run: "run", without: ["energy"], seeds: 5 }), {
      state: "started",
    });
    const [{ sets }] = asked.edits as { sets: [unknown, [{ at: number; cells: { value: string }[] }]][] }[];
    assert.equal(sets[0][1][0].at, 3);
    assert.equal(
      sets[0][1][0].cells[0].value,
      'const study = await aen.ablate(run, { arms: aen.arms.withoutEach("energy"), seeds: 5 });\nstudy',
    );
  });

  it("is no other code, whatever the names are", () => {
    const code = ablationCode({ run: "run", without: ['"); process.exit(); ("'] });
    const calls: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) calls.push(node.expression.getText());
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile("a.ts", code, ts.ScriptTarget.Latest, true));
    assert.deepEqual(calls, ["aen.ablate", "aen.arms.withoutEach"]);
    assert.throws(() => ablationCode({ run: "run; f()", without: ["a"] }), /not the name of a variable/);
    assert.throws(() => ablationCode({ run: "run", without: [] }), /at least one/);
    for (const seeds of [0, 1.5, 51])
      assert.throws(() => ablationCode({ run: "r", without: ["a"], seeds }), /1 to 50/);
  });
});
