import "../standIn/register.js";
import assert from "node:assert/strict";
import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";
import type * as standIn from "../standIn/vscode.js";
import { lettingTimePass } from "./lettingTimePass.js";

const { EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { runCli, runCliWithProgress } = await import("../../../extension/commands/runCli.js");

describe("the program that comes with the extension", function () {
  this.timeout(20_000);
  const extension = temporaryFolder();

  before(() => {
    const folder = path.join(extension, "dist", "kernel");
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, "cli.js"),
      `const [what, ...rest] = process.argv.slice(2);
       if (what === "say") console.log(JSON.stringify({ rest, cwd: process.cwd(), electron: process.env.ELECTRON_RUN_AS_NODE }));
       if (what === "fail") { console.error("first\\nlast reason"); process.exit(3); }
       if (what === "half") { console.log("something"); console.error("reason"); process.exit(3); }
       if (what === "silent") process.exit(3);
       if (what === "wait") setInterval(() => {}, 1000);`,
    );
  });

  it("runs on VS Code's own runtime, as Node, with its parameters and its folder", async () => {
    const { exitCode, stdout, cancelled } = await runCli(extension, ["say", "größe", "a b"], {
      cwd: extension,
    });
    assert.deepEqual([exitCode, cancelled], [0, false]);
    assert.deepEqual(JSON.parse(stdout), {
      rest: ["größe", "a b"],
      cwd: realpathSync(extension),
      electron: "1",
    });
  });

  it("reports how it ended and what it wrote", async () => {
    const { exitCode, stdout, stderr } = await runCli(extension, ["half"]);
    assert.deepEqual([exitCode, stdout, stderr], [3, "something\n", "reason\n"]);
  });

  it("ends when the user cancels it", async () => {
    const cancelling = new EventEmitter<void>();
    const token = { isCancellationRequested: false, onCancellationRequested: cancelling.event };
    const running = runCli(extension, ["wait"], { token: token as never });
    token.isCancellationRequested = true;
    cancelling.fire();
    assert.equal((await running).cancelled, true);
  });

  it("behind a progress message fails with its last message if it has no output", async () => {
    const run = (what: string) => lettingTimePass(() => runCliWithProgress(extension, "Trying", [what]));
    await assert.rejects(async () => run("fail"), { message: "last reason" });
    await assert.rejects(async () => run("silent"), { message: "aen silent failed." });
    assert.equal((await run("half")).exitCode, 3, "it gave something");
  });
});
