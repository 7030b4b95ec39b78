import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { isAlive } from "../../../kernel/files/processes.js";
import { siblingModule } from "../../../kernel/session/moduleUrl.js";
import { until } from "../../until.js";

describe("a program that a thread awaits in one call", function () {
  this.timeout(60_000);

  /** A process that watches a program of its own as the kernel's second thread does, and tells the program's number. */
  async function watching(isAwaiting: boolean, signal: NodeJS.Signals) {
    const module = siblingModule(import.meta.url, "../../../kernel/session/awaitedProgramWatch").href;
    const code = `const { AwaitedProgramWatch } = await import(${JSON.stringify(module)});
      const child = (await import("node:child_process")).spawn("sh", ["-c", "trap '' TERM; sleep 600 & wait; sleep 600"]);
      let looks = 0;
      new AwaitedProgramWatch(() => (++looks === 3 && console.log(child.pid), ${isAwaiting} || looks < 3)).begin();`;
    const args = ["--import", "tsx", "--input-type=module", "-e", code];
    const watcher = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const [text] = (await once(watcher.stdout, "data")) as [Buffer];
    const ended = once(watcher, "exit");
    watcher.kill(signal);
    await ended;
    return Number(String(text));
  }

  for (const signal of ["SIGTERM", "SIGKILL"] as const)
    it(`ends when its process is ended by ${signal}, even one that ignores being asked`, async () => {
      const program = await watching(true, signal);
      assert.ok(program > 0);
      await until("it has ended", () => !isAlive(program));
    });

  it("goes on when nobody awaits it any more", async () => {
    const program = await watching(false, "SIGKILL");
    assert.ok(isAlive(program));
    process.kill(program, "SIGKILL");
  });
});
