import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { UnfinishedTrainings } = await import("../../../extension/training/unfinishedTrainings.js");

describe("trainings whose end nobody has seen", () => {
  const heard = new EventEmitter<unknown>();
  let kept: Map<string, unknown>;
  const begin = () =>
    new UnfinishedTrainings(
      { onDidHear: heard.event } as never,
      {
        get: (name: string, otherwise: unknown) => kept.get(name) ?? otherwise,
        update: async (name: string, value: unknown) => void kept.set(name, value),
      } as never,
    );
  let unfinished: ReturnType<typeof begin>;
  const hear = (run: string, state: string, notebook = "file:///a.ipynb") =>
    heard.fire({ cell: { notebook: { uri: notebook } }, progress: { run, state } });

  beforeEach(() => {
    kept = new Map();
    unfinished = begin();
  });
  afterEach(() => unfinished.dispose());

  it("are those that have begun and not ended, also for the next window", () => {
    hear("first", "running");
    hear("second", "paused");
    hear("first", "stopped");
    unfinished.dispose();
    unfinished = begin();
    assert.deepEqual(unfinished.all, [{ run: "second", notebook: "file:///a.ipynb" }]);
    unfinished.forget("second");
    assert.deepEqual(unfinished.all, []);
  });

  it("go with a notebook that is renamed", () => {
    hear("first", "running");
    hear("first", "running", "file:///b.ipynb");
    assert.deepEqual(unfinished.all, [{ run: "first", notebook: "file:///b.ipynb" }]);
  });

  it("are the last 50", () => {
    for (let run = 0; run < 60; run++) hear(`run ${run}`, "running");
    assert.deepEqual([unfinished.all.length, unfinished.all[0].run], [50, "run 10"]);
  });
});
