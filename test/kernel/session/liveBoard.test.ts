import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { displayMethod } from "../../../kernel/aen/views/mimeBundle.js";
import { runInCell, type CellContext } from "../../../kernel/session/cellContext.js";
import { LiveBoard } from "../../../kernel/session/liveBoard.js";

/** A value that takes a while to draw, and what its board has shown. */
function slowlyDrawn() {
  const shown: unknown[] = [];
  const value = {
    state: "running",
    [displayMethod]: async () => {
      const { state } = value;
      await setTimeout(30);
      return { "text/plain": state };
    },
  };
  const emit = ({ data }: { data: Record<string, unknown> }): void => void shown.push(data["text/plain"]);
  const cell = { emit } as unknown as CellContext;
  const within = <T>(body: () => T): T => runInCell(cell, body);
  return { value, shown, within, board: new LiveBoard(value, `board-${Math.random()}`) };
}

describe("LiveBoard", () => {
  it("draws what a person has asked for also when that happens while it draws", async () => {
    const { value, shown, within, board } = slowlyDrawn();
    within(() => board.changed());
    await setTimeout(5);
    value.state = "paused";
    within(() => board.changed(true));
    while (shown.length < 2) await setTimeout(5);
    assert.deepEqual(shown, ["running", "paused"]);
  });

  it("leaves steps out while it draws", async () => {
    const { shown, within, board } = slowlyDrawn();
    within(() => board.changed());
    for (let step = 0; step < 5; step++) within(() => board.changed());
    await setTimeout(80);
    assert.deepEqual(shown, ["running"]);
  });

  it("draws the end last", async () => {
    const { value, shown, within, board } = slowlyDrawn();
    within(() => board.changed());
    within(() => board.changed(true));
    value.state = "stopped";
    await within(() => board.ended());
    assert.equal(shown.at(-1), "stopped");
    const count = shown.length;
    await setTimeout(60);
    assert.equal(shown.length, count);
  });
});
