import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked, window } = (await import("vscode")) as unknown as typeof standIn;
const { generalCommands, kernelCommands, trainingCommands } =
  await import("../../../extension/commands/notebookCommands.js");

type Command = (...given: unknown[]) => Promise<unknown>;
const [ours, other] = [{ name: "ours" }, { name: "other" }];
const inFront = (notebook: object | undefined) => (window.activeNotebookEditor = notebook && { notebook });
after(() => inFront(undefined));

describe("commands for the kernel", () => {
  const done: unknown[] = [];
  const controller = {
    runs: (notebook: unknown) => notebook === ours,
    kernels: { existing: () => ({ hasRun, state: "idle" }) },
    restart: async (notebook: unknown) => done.push(["restart", notebook]),
    interrupt: async (notebook: unknown) => done.push(["interrupt", notebook]),
  };
  let hasRun = false;
  const trainings = { goingOn: [] };
  const commands = kernelCommands(controller as never, trainings as never, {} as never) as Record<
    string,
    Command
  >;
  beforeEach(() => {
    done.splice(0);
    asked.executed.length = 0;
    hasRun = false;
  });

  it("restart and run all cells", async () => {
    inFront(ours);
    await commands["aen.restartAndRunAll"]();
    assert.deepEqual([done, asked.executed], [[["restart", ours]], [["notebook.execute"]]]);
  });

  it("run nothing where the user does not want to restart", async () => {
    inFront(ours);
    hasRun = true;
    await commands["aen.restartAndRunAll"]();
    assert.deepEqual([done, asked.executed], [[], []]);
  });

  it("restart and interrupt that of the notebook in front", async () => {
    inFront(ours);
    await commands["aen.restartKernel"]();
    await commands["aen.interruptKernel"]();
    assert.deepEqual(done, [
      ["restart", ours],
      ["interrupt", ours],
    ]);
  });

  it("say what to do where that notebook is not ours, or where there is none", async () => {
    for (const notebook of [other, undefined]) {
      inFront(notebook);
      for (const id of ["aen.restartKernel", "aen.interruptKernel"])
        await assert.rejects(async () => commands[id](), /select the kernel AEN \(TypeScript\) first/);
    }
    assert.deepEqual(done, []);
  });
});

describe("commands for a training", () => {
  const steered: unknown[] = [];
  const training = (name: string, notebook: object) => ({
    cell: { name, notebook },
    progress: { run: name },
  });
  const [late, early, elsewhere] = [
    training("late", other),
    training("early", ours),
    training("elsewhere", other),
  ];
  const trainings = {
    goingOn: [late, early, elsewhere],
    steer: async (which: typeof late, action: string) => steered.push([which.progress.run, action]),
  };
  const commands = trainingCommands(trainings as never) as Record<string, Command>;
  beforeEach(() => steered.splice(0));

  it("steer that of the cell whose button was pressed", async () => {
    inFront(ours);
    await commands["aen.training.pause"](elsewhere.cell);
    await commands["aen.training.resume"](elsewhere.cell);
    await commands["aen.training.stop"](elsewhere.cell);
    assert.deepEqual(steered, [
      ["elsewhere", "pause"],
      ["elsewhere", "resume"],
      ["elsewhere", "stop"],
    ]);
  });

  it("steer that of the notebook in front, or else the one that began last", async () => {
    inFront(ours);
    await commands["aen.training.stop"]();
    inFront({ name: "without a training" });
    await commands["aen.training.stop"]();
    inFront(undefined);
    await commands["aen.training.stop"]();
    assert.deepEqual(
      steered.map((each) => (each as string[])[0]),
      ["early", "late", "late"],
    );
  });

  it("say so where none goes on", async () => {
    const none = trainingCommands({ ...trainings, goingOn: [] } as never) as Record<string, Command>;
    await assert.rejects(async () => none["aen.training.pause"](), /No training is running/);
  });
});

describe("commands that concern no notebook", () => {
  const commands = generalCommands(
    { extension: { id: "publisher.aen" } } as never,
    {} as never,
    { show: () => asked.shown.push("log") } as never,
  ) as Record<string, Command>;
  beforeEach(() => {
    for (const list of [asked.shown, asked.picks]) list.length = 0;
  });

  it("show the log", async () => {
    await commands["aen.showLog"]();
    assert.deepEqual(asked.shown, ["log"]);
  });

  it("ask for the template of a new notebook when a menu gives something else than its name", async () => {
    await commands["aen.newNotebook"]({ groupId: "a menu" });
    assert.equal(asked.picks.length, 1);
    await commands["aen.newNotebook"]("empty");
    assert.equal(asked.picks.length, 1);
  });
});
