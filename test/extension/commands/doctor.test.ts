import "../standIn/register.js";
import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import type * as standIn from "../standIn/vscode.js";
import { lettingTimePass } from "./lettingTimePass.js";
import { extensionWith } from "./program.js";

const { workspace } = (await import("vscode")) as unknown as typeof standIn;
const { doctor } = await import("../../../extension/commands/doctor.js");

describe("the doctor", () => {
  const extension = extensionWith("console.log([...process.argv.slice(2), process.cwd()].join(' '))");
  afterEach(() => (workspace.workspaceFolders = undefined));

  it("writes what it has found in the workspace's folder to the log, and shows it", async () => {
    workspace.workspaceFolders = [{ uri: { fsPath: extension } }];
    const done: string[] = [];
    const log = { info: (text: string) => done.push(text), show: () => done.push("shown") };
    await lettingTimePass(() => doctor(extension, log as never));
    assert.deepEqual(done, [`\ndoctor ${realpathSync(extension)}`, "shown"]);
  });
});
