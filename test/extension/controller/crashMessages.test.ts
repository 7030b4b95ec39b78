import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { tellCrashes } = await import("../../../extension/controller/crashMessages.js");

describe("a kernel that has died", () => {
  async function crash(button: string | undefined, isClosed = false) {
    asked.messages.length = 0;
    answers.button = button;
    const [added, crashed] = [new EventEmitter<unknown>(), new EventEmitter<unknown>()];
    const notebook = { isClosed };
    const done: unknown[] = [];
    const controller = {
      restart: async (which: unknown) => done.push(which === notebook ? "restarted" : "other"),
    };
    const log = { show: () => done.push("log shown") };
    tellCrashes({ onDidAdd: added.event } as never, controller as never, log as never);
    added.fire({ notebook, onDidCrash: crashed.event });
    crashed.fire({ message: "The kernel ran out of memory." });
    await new Promise((resolve) => setImmediate(resolve));
    answers.button = undefined;
    return done;
  }

  it("is reported with its reason; nothing else happens when the user dismisses it", async () => {
    assert.deepEqual(await crash(undefined), []);
    assert.deepEqual(asked.messages, ["The kernel ran out of memory."]);
  });

  it("is started again when the user wants it, unless the notebook is closed", async () => {
    assert.deepEqual(await crash("Restart"), ["restarted"]);
    assert.deepEqual(await crash("Restart", true), []);
  });

  it("has a log that can be shown", async () => assert.deepEqual(await crash("Show Log"), ["log shown"]));
});
