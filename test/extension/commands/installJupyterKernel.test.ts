import "../standIn/register.js";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type * as standIn from "../standIn/vscode.js";
import { lettingTimePass } from "./lettingTimePass.js";
import { extensionWith } from "./program.js";

const { answers, asked, EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { installJupyterKernel } = await import("../../../extension/commands/installJupyterKernel.js");

describe("the kernel for Jupyter", () => {
  const extension = extensionWith("");
  const program = (script: string) => writeFileSync(path.join(extension, "dist", "kernel", "cli.js"), script);
  const install = () => lettingTimePass(() => installJupyterKernel(extension));
  const { token } = answers;
  beforeEach(() => (asked.messages.length = 0));
  afterEach(() => (answers.token = token));

  it("is installed for this user, which is told", async () => {
    program("if (process.argv.slice(2).join(' ') !== 'jupyter install --user') process.exit(1)");
    await install();
    assert.match(asked.messages.join(), /^JupyterLab and Jupyter Notebook now offer the kernel AEN/);
  });

  it("is not said to be there when it could not be installed: what the program wrote tells why", async () => {
    program("console.log('half way'); console.error('The folder is read-only.'); process.exit(1)");
    await assert.rejects(install, { message: "The folder is read-only." });
    program("console.log('There is no Jupyter.'); process.exit(1)");
    await assert.rejects(install, { message: "There is no Jupyter." });
    assert.deepEqual(asked.messages, []);
  });

  it("is not said to be there when the user cancels", async () => {
    program("setInterval(() => {}, 1000)");
    const cancelling = new EventEmitter<void>();
    const cancelled = { isCancellationRequested: true, onCancellationRequested: cancelling.event };
    answers.token = cancelled;
    const installing = install();
    cancelling.fire();
    await installing;
    assert.deepEqual(asked.messages, []);
  });
});
