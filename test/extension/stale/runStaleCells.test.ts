import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const vscode = (await import("vscode")) as unknown as typeof standIn;
const { runStaleCells } = await import("../../../extension/stale/runStaleCells.js");

describe("AEN: Run Stale Cells", () => {
  interface Cell {
    index: number;
    notebook: object;
    executionSummary?: { success: boolean };
  }
  const notebook = { uri: "n", getCells: (): Cell[] => cells };
  let cells: Cell[];
  let stale: Set<number>;
  let ran: number[];
  /** What running a cell makes stale, and whether it fails. */
  let then: (index: number) => void;
  const { executeCommand } = vscode.commands;

  beforeEach(() => {
    cells = [0, 1, 2, 3].map((index) => ({ index, notebook }));
    [stale, ran, then] = [new Set([1]), [], () => {}];
    vscode.asked.messages.length = 0;
    vscode.commands.executeCommand = (async (_: string, { ranges }: { ranges: { start: number }[] }) => {
      const { start } = ranges[0];
      ran.push(start);
      stale.delete(start);
      then(start);
    }) as never;
  });
  after(() => void (vscode.commands.executeCommand = executeCommand));

  const run = () =>
    runStaleCells(
      notebook as never,
      {
        upToDate: Promise.resolve(),
        reason: ({ index }: Cell) => (stale.has(index) ? { reason: "edited" } : undefined),
      } as never,
    );

  it("runs what is stale, and what becomes so below", async () => {
    then = (index) => index === 1 && stale.add(3);
    await run();
    assert.deepEqual(ran, [1, 3]);
    assert.deepEqual(vscode.asked.messages, []);
  });

  it("ends at a cell that fails", async () => {
    stale.add(2);
    then = (index) => (cells[index].executionSummary = { success: false });
    await run();
    assert.deepEqual(ran, [1]);
  });

  it("says so where nothing is stale", async () => {
    stale.clear();
    await run();
    assert.match(vscode.asked.messages[0], /^No cell is stale/);
  });
});
