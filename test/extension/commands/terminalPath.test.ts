import "../standIn/register.js";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";

const { Uri } = (await import("vscode")) as unknown as typeof standIn;
const { launchers, putOnTerminalPath } = await import("../../../extension/commands/terminalPath.js");

describe("aen in a terminal of VS Code", () => {
  const root = temporaryFolder();

  it("is found on the path, runs this version's program, and hands on arguments and exit status", function () {
    if (process.platform === "win32") return this.skip();
    const extensionPath = path.join(root, "it's the extension");
    const cli = path.join(extensionPath, "dist", "kernel", "cli.js");
    mkdirSync(path.dirname(cli), { recursive: true });
    writeFileSync(cli, "console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;");
    const prepended: [string, string][] = [];
    const environmentVariableCollection = { prepend: (...given: [string, string]) => prepended.push(given) };
    const globalStorageUri = Uri.file(path.join(root, "storage of aen"));
    putOnTerminalPath({ extensionPath, globalStorageUri, environmentVariableCollection } as never);
    const [[name, folder]] = prepended;
    assert.equal(name, "PATH");
    const env = { ...process.env, PATH: `${folder}${process.env.PATH}` };
    const { stdout, status } = spawnSync("sh", ["-c", 'aen run "a b" "$HOME" \'$x\''], {
      env,
      encoding: "utf8",
    });
    assert.deepEqual([JSON.parse(stdout), status], [["run", "a b", process.env.HOME ?? "", "$x"], 3]);
    assert.match(
      execFileSync("sh", ["-c", "command -v aen"], { env, encoding: "utf8" }),
      /storage of aen.bin.aen/,
    );
  });

  it("is a batch file on Windows, in which a percent sign in a path is itself", () => {
    const { "aen.cmd": batch } = launchers("C:\\Code 100%\\Code.exe", "C:\\x\\cli.js");
    assert.equal(
      batch,
      '@setlocal\r\n@set ELECTRON_RUN_AS_NODE=1\r\n@"C:\\Code 100%%\\Code.exe" "C:\\x\\cli.js" %*\r\n',
    );
  });
});
