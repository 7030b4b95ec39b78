import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { DataFlow } from "../../../kernel/contracts/languageQuestions.js";
import type { Notebook } from "../../../kernel/notebook/notebookFile.js";
import { withRanCells } from "../../../kernel/notebook/ranCells.js";
import { cellInputs, staleRun } from "../../../kernel/notebook/staleCells.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { codeCell, notebookOf } from "./cell.js";
import { flow } from "./flow.js";

/** A notebook after a run: each cell printed its number. */
async function executed(notebook: Notebook, flows: readonly DataFlow[]): Promise<Notebook> {
  const ran = notebook.cells.map((cell, i) => ({
    ...cell,
    execution_count: i + 1,
    outputs: [{ output_type: "stream", name: "stdout", text: `run ${i}` } as const],
  }));
  const { fingerprints } = await cellInputs(notebook, async (_, cell) => flows[cell]);
  return withRanCells({ ...notebook, cells: ran }, fingerprints);
}

async function plan(notebook: Notebook, flows: readonly DataFlow[], ...saved: Notebook[]) {
  const inputs = await cellInputs(notebook, async (_, cell) => flows[cell]);
  const { stale, runs, notebook: kept } = staleRun(notebook, inputs, ...saved);
  return { stale, runs, outputs: kept.cells.map(({ outputs }) => outputs?.length) };
}

describe("stale cells of a saved notebook", () => {
  const folder = temporaryFolder();
  const flows = [
    flow({ declares: "a" }),
    flow({ declares: "b" }),
    flow({ reads: "a" }),
    flow({ reads: "b" }),
  ];
  const notebook = notebookOf(...["let a = 1", "let b = 2", "a", "b"].map((code) => codeCell(code)));
  const edited = (index: number, source: string) => ({
    ...notebook,
    cells: notebook.cells.with(index, { ...notebook.cells[index], source }),
  });

  it("are all cells when none has run, and none after a run", async () => {
    assert.deepEqual((await plan(notebook, flows, notebook)).stale, [0, 1, 2, 3]);
    const ran = await executed(notebook, flows);
    assert.deepEqual(await plan(ran, flows, ran), { stale: [], runs: [], outputs: [1, 1, 1, 1] });
  });

  it("are those edited since, whose needed cells run with them", async () => {
    const ran = await executed(notebook, flows);
    assert.deepEqual(await plan(edited(2, "a + 1"), flows, ran), {
      ...{ stale: [2], runs: [0, 2], outputs: [1, 1, 0, 1] },
    });
    assert.deepEqual((await plan(edited(2, "a\n"), flows, ran)).stale, [], "not for space at the end");
  });

  it("are those that read what an edited cell gives", async () => {
    const ran = await executed(notebook, flows);
    assert.deepEqual((await plan(edited(1, "let b = 3"), flows, ran)).stale, [1, 3]);
  });

  it("are those whose local files have changed", async () => {
    const file = path.join(folder, "term.ts");
    writeFileSync(file, "1");
    const importing = flows.with(1, flow({ declares: "b", files: file }));
    const ran = await executed(notebook, importing);
    assert.deepEqual((await plan(ran, importing, ran)).stale, []);
    writeFileSync(file, "2");
    assert.deepEqual((await plan(ran, importing, ran)).stale, [1, 3]);
  });

  it("are those whose outputs were cleared", async () => {
    const ran = await executed(notebook, flows);
    const cleared = { ...ran, cells: ran.cells.with(3, { ...ran.cells[3], outputs: [] }) };
    assert.deepEqual((await plan(cleared, flows, cleared)).stale, [3]);
  });

  it("are found among cells with new ids, each of two with the same text keeping outputs of its own", async () => {
    const twice = notebookOf(codeCell("Math.random()"), codeCell("Math.random()"));
    const none = [flow({}), flow({})];
    const ran = await executed(twice, none);
    const copied = notebookOf(...twice.cells.map(({ source }) => codeCell(String(source))));
    const inputs = await cellInputs(copied, async (_, cell) => none[cell]);
    const texts = staleRun(copied, inputs, ran).notebook.cells.map(({ outputs }) => JSON.stringify(outputs));
    assert.match(texts.join(), /run 0.*run 1/);
  });
});
