import assert from "node:assert/strict";
import type { CellOutput } from "../../../../kernel/contracts/cellOutput.js";
import { withOutputLimit } from "../../../../kernel/course/grading/outputLimit.js";
import type { CellRunner } from "../../../../kernel/notebook/runNotebook.js";

const text: CellOutput = { output_type: "stream", name: "stdout", text: "12345" };
const page = (html: string): CellOutput => ({
  output_type: "display_data",
  data: { "text/html": html },
  metadata: {},
});
const updated = (html: string, type: "display_data" | "update_display_data" = "update_display_data") =>
  ({ ...page(html), output_type: type, transient: { display_id: "board" } }) as CellOutput;
const cleared: CellOutput = { output_type: "clear_output", wait: false };
const long = "x".repeat(400);

describe("the limit of a submission's outputs", () => {
  let interrupts: number;
  /** Runs cells with these outputs, one after the other, and tells what came of each. */
  const run = async (...cells: CellOutput[][]): Promise<string[][]> => {
    interrupts = 0;
    const kernel: CellRunner = {
      interrupt: () => void interrupts++,
      execute: async (code, { onOutput }) => {
        cells[Number(code)].forEach(onOutput);
        return { status: "ok", executionCount: 1 };
      },
    };
    const limited = withOutputLimit(kernel, { output: 12, shown: 1000 });
    const told: string[][] = cells.map(() => []);
    for (const index of cells.keys()) {
      const onOutput = (output: CellOutput) =>
        told[index].push(output.output_type === "error" ? output.evalue : output.output_type);
      await limited.execute(String(index), { onOutput });
    }
    return told;
  };

  it("stops a cell that prints too much, keeps what it printed before, and starts anew with the next", async () => {
    assert.deepEqual(await run([text, text], [text, text, text, text], [text]), [
      ["stream", "stream"],
      ["stream", "stream", "The cell printed more than 12 characters, and was stopped."],
      ["stream"],
    ]);
    assert.equal(interrupts, 1);
  });

  const failed: CellOutput = { output_type: "error", ename: "E", evalue: "error", traceback: [long] };
  const result = { ...page(long), output_type: "execute_result", execution_count: 1 } as CellOutput;
  for (const shown of [page(long), result, failed])
    it(`counts what is shown as ${shown.output_type}, over all cells`, async () => {
      const told = await run([shown], [shown, shown, shown]);
      assert.match(
        told[1].at(-1)!,
        /^The cell brought what the notebook shows to more than 1,000 characters/,
      );
      assert.deepEqual([told.flat().length, interrupts], [3, 1]);
    });

  it("lets a board be drawn again and again, and an output be cleared", async () => {
    const board = [updated(long, "display_data"), ...Array.from({ length: 9 }, () => updated(long))];
    const film = [1, 2, 3, 4].flatMap(() => [page("frame".repeat(50)), cleared]);
    await run(board, film, film);
    assert.equal(interrupts, 0);
  });

  it("counts a board that grows", async () => {
    const told = await run([updated("", "display_data"), updated(long.repeat(3))]);
    assert.match(told[0][1], /more than 1,000 characters/);
  });
});
