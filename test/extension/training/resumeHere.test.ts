import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { resumeHere } = await import("../../../extension/training/resumeHere.js");

const board = (payload: string) => ({
  outputs: [{ items: [{ mime: "application/vnd.aen.training-board.v1+json", data: Buffer.from(payload) }] }],
});

describe("resuming an interrupted run from its board", () => {
  const notebook = { uri: "the notebook", getCells: (): unknown[] => cells };
  const cells = [{ outputs: [] }, board("no JSON"), board('{"run":"r"}')].map((cell, index) => ({
    ...cell,
    ...{ index, notebook },
  }));
  const told: unknown[] = [];
  const resume = (run: string, hasRun: boolean) =>
    resumeHere(notebook as never, run, {
      kernels: { existing: () => ({ hasRun }) },
      resumeIn: (...given: unknown[]) => told.push(given),
    } as never);
  beforeEach(() => {
    asked.executed.length = 0;
    told.length = 0;
  });

  it("runs the cell of the board, and in a fresh kernel the cells above it first", async () => {
    await resume("r", true);
    await resume("r", false);
    assert.deepEqual(told, [
      [cells[2], "r"],
      [cells[2], "r"],
    ]);
    assert.deepEqual(
      asked.executed.map(([, given]) => (given as { ranges: unknown }).ranges),
      [[{ start: 2, end: 3 }], [{ start: 0, end: 3 }]],
    );
  });

  it("does nothing for a run whose board is not there any more", async () => {
    await resume("other", true);
    assert.deepEqual([told, asked.executed], [[], []]);
  });
});
