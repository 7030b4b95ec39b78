import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked } = (await import("vscode")) as unknown as typeof standIn;
const { restart } = await import("../../../extension/controller/restart.js");

describe("a restart of the kernel", () => {
  const done: string[] = [];
  let [hasRun, state] = [true, "idle"];
  const controller = {
    kernels: { existing: () => ({ hasRun, state }) },
    stopInOrder: async () => void done.push("stop in order"),
    restart: async () => void done.push("restart"),
  };
  const ask = async (button?: string, isTraining = false): Promise<boolean> => {
    answers.button = button;
    return restart({ uri: "a" } as never, controller as never, isTraining);
  };
  beforeEach(() => {
    [hasRun, state] = [true, "idle"];
    for (const list of [done, asked.messages, asked.updates]) list.length = 0;
  });
  afterEach(() => Object.assign(answers, { button: undefined, settings: {} }));

  it("is asked about where variables would be lost, and is none without an answer", async () => {
    assert.equal(await ask(), false);
    assert.deepEqual([done, asked.messages], [[], ["Restart the kernel?"]]);
    assert.equal(await ask("Restart"), true);
    assert.equal(done[0], "restart");
  });

  it("is not asked about where there is nothing to lose", async () => {
    hasRun = false;
    assert.equal(await ask(), true);
    [hasRun, state] = [true, "dead"];
    assert.equal(await ask(), true);
    assert.deepEqual([done, asked.messages], [["restart", "restart"], []]);
  });

  it("is asked about no more once the user says so", async () => {
    await ask("Restart and Don't Ask Again");
    assert.deepEqual(asked.updates, [["askBeforeRestart", false, 1]]);
    answers.settings = { askBeforeRestart: false };
    await ask();
    assert.deepEqual([done.length, asked.messages.length], [2, 1]);
  });

  it("stops a training in order first, or at once, as the user says", async () => {
    await ask("Stop in Order and Restart", true);
    await ask("Restart", true);
    assert.deepEqual(done, ["stop in order", "restart", "restart"]);
    assert.equal(asked.messages[0], "Restart the kernel while a training goes on?");
  });
});
