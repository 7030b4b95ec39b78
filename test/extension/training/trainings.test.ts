import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { Trainings } = await import("../../../extension/training/trainings.js");
const { trainingBoardMimeType } = await import("../../../extension/training/trainingProgress.js");

describe("the trainings in cells", () => {
  const notebook = "notebook";
  const cell = (name: string, of = notebook) => ({ name, notebook: of });

  function begin() {
    const [data, willRun, kernels] = [
      new EventEmitter<unknown>(),
      new EventEmitter<unknown>(),
      new EventEmitter<unknown>(),
    ];
    const moves = new EventEmitter<unknown>();
    const sent: unknown[] = [];
    const trainings = new Trainings(
      {
        ...{ onData: data.event, onWillRun: willRun.event },
        kernels: { onDidChange: kernels.event, onDidMove: moves.event },
      } as never,
      { send: async (...given: unknown[]) => sent.push(given) } as never,
    );
    let changes = 0;
    trainings.onDidChange(() => changes++);
    const show = (where: unknown, state: string, run = "r") =>
      data.fire({ cell: where, data: { [trainingBoardMimeType]: { run, state, epochs: 5, epoch: 1 } } });
    return { trainings, show, data, willRun, kernels, moves, sent, changes: () => changes };
  }

  it("are known from their boards until they end", () => {
    const { trainings, show } = begin();
    const [first, second] = [cell("first"), cell("second")];
    show(first, "running", "one");
    show(second, "running", "two");
    show(first, "paused", "one");
    assert.deepEqual(
      trainings.goingOn.map(({ progress }) => [progress.run, progress.state]),
      [
        ["two", "running"],
        ["one", "paused"],
      ],
    );
    show(second, "finished", "two");
    assert.equal(trainings.of(second as never), undefined);
    assert.equal(trainings.of(first as never)!.run, "one");
  });

  it("report each change, and no other output", () => {
    const { show, data, changes } = begin();
    data.fire({ cell: cell("x"), data: { "text/plain": "1" } });
    assert.equal(changes(), 0);
    show(cell("x"), "running");
    assert.equal(changes(), 1);
  });

  it("are forgotten when their cell runs again, and when their kernel ends", () => {
    const { trainings, show, willRun, kernels } = begin();
    const [mine, other] = [cell("mine"), cell("other", "other notebook")];
    for (const each of [mine, other]) show(each, "running");
    willRun.fire(mine);
    assert.equal(trainings.of(mine as never), undefined);
    show(mine, "running");
    kernels.fire({ notebook, state: "busy" });
    assert.ok(trainings.of(mine as never), "a busy kernel trains");
    kernels.fire({ notebook, state: "dead" });
    assert.equal(trainings.of(mine as never), undefined);
    assert.ok(trainings.of(other as never), "another notebook's goes on");
  });

  it("are steered through the channel of their notebook, by the name of the run", async () => {
    const { trainings, show, sent } = begin();
    show(cell("x"), "running", "one");
    await trainings.steer(trainings.goingOn[0], "pause");
    assert.deepEqual(sent, [[notebook, { type: "run-control", run: "one", action: "pause" }]]);
  });

  it("go with their notebook when it is opened under another name", () => {
    const { trainings, show, moves } = begin();
    const document = { getText: () => "train" };
    const before = { name: "before", notebook, index: 0, document };
    const after = { name: "after", notebook: "renamed", index: 0, document };
    show(before, "running");
    moves.fire({ from: notebook, to: { getCells: () => [after] } });
    assert.deepEqual(
      trainings.goingOn.map(({ cell: where }) => where),
      [after],
    );
  });
});
