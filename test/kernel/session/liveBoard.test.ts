import assert from "node:assert/strict";
import { displayMethod } from "../../../kernel/contracts/mimeBundle.js";
import { runInCell, type CellContext } from "../../../kernel/session/cellContext.js";
import { LiveBoard } from "../../../kernel/session/liveBoard.js";
import { until } from "../../until.js";

/** A value whose drawings are done when the test says so, and what its board has shown. */
function slowlyDrawn() {
  const shown: unknown[] = [];
  const drawings: (() => void)[] = [];
  const value = {
    state: "running",
    [displayMethod]: async () => {
      const { state } = value;
      await new Promise<void>((done) => void drawings.push(done));
      return { "text/plain": state };
    },
  };
  const emit = ({ data }: { data: Record<string, unknown> }): void => void shown.push(data["text/plain"]);
  const cell = { emit } as unknown as CellContext;
  const within = <T>(body: () => T): T => runInCell(cell, body);
  /** Ends the drawing with this number, from 1, once it has begun. */
  const draw = async (number: number): Promise<void> => {
    await until(`drawing ${number} has begun`, () => drawings.length >= number);
    drawings[number - 1]();
    await until(`drawing ${number} is shown`, () => shown.length >= number);
  };
  return { value, shown, drawings, within, draw, board: new LiveBoard(value, `board-${Math.random()}`) };
}

describe("LiveBoard", () => {
  it("draws a user's request even when it arrives while drawing", async () => {
    const { value, shown, drawings, within, draw, board } = slowlyDrawn();
    within(() => board.changed());
    await until("it draws", () => drawings.length === 1);
    value.state = "paused";
    within(() => board.changed(true));
    await draw(1);
    await draw(2);
    assert.deepEqual(shown, ["running", "paused"]);
  });

  it("leaves steps out while it draws", async () => {
    const { shown, within, draw, board } = slowlyDrawn();
    within(() => board.changed());
    for (let step = 0; step < 5; step++) within(() => board.changed());
    await draw(1);
    const end = within(() => board.ended());
    await draw(2); // the end, and nothing between
    await end;
    assert.deepEqual(shown, ["running", "running"]);
  });

  it("draws the end last", async () => {
    const { value, shown, drawings, within, draw, board } = slowlyDrawn();
    within(() => board.changed());
    within(() => board.changed(true));
    value.state = "stopped";
    let hasEnded = false;
    const end = within(() => board.ended()).then(() => (hasEnded = true));
    for (let number = 1; !hasEnded; number++) {
      await draw(number);
      await until("it ends or draws again", () => hasEnded || drawings.length > number);
    }
    await end;
    assert.deepEqual([shown.at(-1), shown.length], ["stopped", drawings.length]);
  });

  it("that cannot be drawn is told once, and the work that it shows goes on", async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void told.push(text);
    const emit = (): void => {
      throw new Error("no canvas");
    };
    const within = <T>(body: () => T): T => runInCell({ emit } as unknown as CellContext, body);
    const board = new LiveBoard("anything", "broken board");
    try {
      within(() => board.changed(true));
      await within(() => board.ended());
      await within(() => board.ended());
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(told, [
      "Note: the board could not be drawn (no canvas); the work that it shows goes on.",
    ]);
  });
});
