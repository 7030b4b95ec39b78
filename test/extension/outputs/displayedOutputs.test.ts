import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { NotebookCellOutput } = (await import("vscode")) as unknown as typeof standIn;
const { DisplayedOutputs } = await import("../../../extension/outputs/displayedOutputs.js");
type Output = standIn.NotebookCellOutput;

const named = (name: string): Output => new NotebookCellOutput([], { name });
const nameOf = (output: unknown) => (output as Output).metadata!["name"];

describe("outputs with a display id", () => {
  const replaced: unknown[] = [];
  const appended: Output[] = [];
  const whole: Output[] = [];
  const writer = {
    replaceOutputItems: async (_items: unknown, output: unknown) => void replaced.push(output),
    appendOutput: async (output: Output) => void appended.push(output),
    replaceOutput: async (outputs: Output[]) => void whole.push(...outputs),
  };
  const cell = (index: number, outputs: Output[] = []) => ({ index, outputs }) as never;
  const draw = async (displayed: InstanceType<typeof DisplayedOutputs>, id: string, running?: unknown) => {
    replaced.length = 0;
    const items = [{ mime: "application/vnd.aen.board+json", data: Buffer.from('{"run":"r"}') }];
    await displayed.update(id, items as never, writer as never, running as never);
    return replaced.map(nameOf);
  };
  beforeEach(() => appended.splice(0));

  it("are updated wherever they are shown, in any cell", async () => {
    const displayed = new DisplayedOutputs();
    displayed.add("a", named("first") as never, cell(0));
    displayed.add("a", named("second") as never, cell(3));
    displayed.add("b", named("other") as never, cell(1));
    assert.deepEqual(await draw(displayed, "a"), ["first", "second"]);
    assert.deepEqual(await draw(displayed, "b"), ["other"]);
    assert.deepEqual(await draw(displayed, "c"), [], "an id that nobody has shown");
  });

  it("are forgotten with their cell when the id is shown again", async () => {
    const displayed = new DisplayedOutputs();
    const gone = { index: 0 };
    displayed.add("a", named("gone") as never, gone as never);
    gone.index = -1;
    displayed.add("a", named("new") as never, cell(1));
    assert.deepEqual(await draw(displayed, "a"), ["new"]);
  });

  it("are all forgotten with the kernel", async () => {
    const displayed = new DisplayedOutputs();
    displayed.add("a", named("first") as never, cell(0));
    displayed.clear();
    assert.deepEqual(await draw(displayed, "a"), []);
  });

  it("come back once after the user has cleared them, in the cell that is running", async () => {
    const displayed = new DisplayedOutputs();
    const [outputs, board]: [Output[], Output] = [[], named("board")];
    const running = cell(0, outputs);
    displayed.add("a", board as never, running);
    displayed.cleared(running);
    assert.deepEqual(await draw(displayed, "a", cell(1)), [], "not by another cell");
    assert.equal(appended.length, 0);
    await draw(displayed, "a", running);
    assert.deepEqual(appended.map(nameOf), ["board"]);
    assert.deepEqual(await draw(displayed, "a", running), ["board"]);
    assert.equal(appended.length, 1);
  });

  it("are redrawn in place where they are still there", async () => {
    const displayed = new DisplayedOutputs();
    const board = named("board");
    const running = cell(0, [board]);
    displayed.add("a", board as never, running);
    displayed.cleared(running);
    assert.deepEqual(await draw(displayed, "a", running), ["board"]);
    assert.equal(appended.length, 0);
  });

  it("are shown anew in a notebook that was opened under another name", async () => {
    const displayed = new DisplayedOutputs();
    const [before, after] = [cell(0), cell(0)];
    displayed.add("a", named("board") as never, before);
    displayed.moved((each) => (each === before ? after : undefined));
    await draw(displayed, "a", after);
    assert.deepEqual(appended.map(nameOf), ["board"]);
  });

  it("take the place of the board of the same run that was saved with the notebook", async () => {
    const displayed = new DisplayedOutputs();
    const savedBoard = (run: string): Output => {
      const data = Buffer.from(JSON.stringify({ run }));
      return new NotebookCellOutput([{ mime: "application/vnd.aen.board+json", data }] as never, {
        name: run,
      });
    };
    const [before, after] = [cell(0), cell(0, [named("text"), savedBoard("r"), savedBoard("other")])];
    displayed.add("a", named("board") as never, before);
    displayed.moved(() => after);
    await draw(displayed, "a", after);
    assert.deepEqual(whole.map(nameOf), ["text", "other", "board"]);
    assert.equal(appended.length, 0);
  });
});
