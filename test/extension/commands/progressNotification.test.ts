import "../standIn/register.js";
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mock } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";

const { asked, window, ProgressLocation } = (await import("vscode")) as unknown as typeof standIn;
const { withProgressNotification } = await import("../../../extension/commands/progressNotification.js");
const { installJupyterKernel } = await import("../../../extension/commands/installJupyterKernel.js");
const { Toasts } = await import("../standIn/toasts.js");

/** Lets time pass, in milliseconds, in steps that everything waiting can take part in. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10) {
    mock.timers.tick(10);
    await turn();
  }
}

describe("A progress notification", () => {
  const program = temporaryFolder();
  const say = (text: string) => void window.showInformationMessage(text);
  beforeEach(() => {
    asked.toasts = new Toasts();
  });

  describe("in a time that the test lets pass", () => {
    beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 }));
    afterEach(() => mock.timers.reset());

    it("leaves no room, in VS Code, for the message of quick work after two other notifications", async () => {
      ["one", "two"].forEach(say);
      const options = { location: ProgressLocation.Notification, title: "work" };
      void window.withProgress(options, async () => {}).then(() => say("result"));
      await pass(2000);
      assert.ok(asked.toasts.events.includes("bell: result"), asked.toasts.events.join(", "));
    });

    for (const [outcome, work] of [
      ["result", async () => "result"],
      ["failure", async () => Promise.reject(new Error("failure"))],
    ] as const) {
      it(`closes before the ${outcome} of quick work is reported, so that VS Code shows it`, async () => {
        ["one", "two"].forEach(say);
        void withProgressNotification("work", work).then(say, (error: Error) => say(error.message));
        await pass(2000);
        const expected = ["opened: work", "closed: work", `opened: ${outcome}`];
        assert.deepEqual(asked.toasts.events.slice(2), expected);
      });
    }
  });

  it("of a command closes before the command reports its result", async () => {
    const folder = path.join(program, "dist", "kernel");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "cli.js"), "console.log('installed')");
    await installJupyterKernel(program);
    const title = "Installing the Jupyter kernel";
    assert.deepEqual(asked.toasts.events.slice(0, 2), [`opened: ${title}`, `closed: ${title}`]);
    assert.match(asked.toasts.events[2], /^opened: JupyterLab and Jupyter Notebook now offer/);
  });
});
