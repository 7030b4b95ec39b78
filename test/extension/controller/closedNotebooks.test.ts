import "../standIn/register.js";
import assert from "node:assert/strict";
import { mock } from "node:test";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { keepClosedNotebooks, staying } = await import("../../../extension/controller/closedNotebooks.js");

describe("a cell that runs on in a closed notebook", () => {
  const done: string[] = [];
  const left = new EventEmitter<unknown>();
  const states = new EventEmitter<string>();
  let isLeft = true;
  const kernel = {
    notebook: { uri: { path: "/study/a.ipynb" } },
    onDidChangeState: states.event,
    stopWork: async () => void done.push("stopped"),
  };
  const kernels = { onDidLeave: left.event, isLeft: () => isLeft, end: () => void done.push("ended") };
  const leave = async (button: string | undefined): Promise<void> => {
    answers.button = button;
    left.fire(kernel);
    for (let turn = 0; turn < 5; turn++) await null;
  };

  before(() => void keepClosedNotebooks(kernels as never));
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    done.length = 0;
    isLeft = true;
  });
  afterEach(() => {
    mock.timers.reset();
    answers.button = undefined;
  });

  it("is asked about once, by the notebook's name", async () => {
    asked.messages.length = 0;
    await leave(undefined);
    assert.equal(asked.messages.length, 1);
    assert.match(asked.messages[0], /^A cell is still running in a\.ipynb, which was closed\./);
    assert.deepEqual(done, []);
  });

  it("is kept, stopped in order or shut down, as the user says", async () => {
    await leave("Keep");
    assert.deepEqual(done, []);
    await leave("Stop in Order");
    assert.deepEqual(done.splice(0), ["stopped", "ended"]);
    await leave("Shut Down");
    assert.deepEqual(done, ["ended"]);
  });

  it("has its kernel a while longer without an answer, unless the notebook is open again", async () => {
    await leave(undefined);
    states.fire("idle");
    mock.timers.tick(staying - 1);
    assert.equal(done.length, 0);
    mock.timers.tick(1);
    assert.ok(done.includes("ended"));
    done.length = 0;
    states.fire("idle");
    isLeft = false;
    mock.timers.tick(staying);
    assert.deepEqual(done, []);
  });
});
