import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { until } from "../until.js";
import { packagedExtension } from "./packagedExtension.js";
import { missingCodeServer } from "./sharedVsCode.js";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

describe("npm run vscode", function () {
  this.timeout(900_000);
  let folder: string;

  before(async function () {
    const lacking = await missingCodeServer();
    if (lacking) {
      console.warn(`      skipped: ${lacking}`);
      this.skip();
    }
    await packagedExtension();
    folder = mkdtempSync(path.join(tmpdir(), "aen-run-"));
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  let started: ChildProcess | undefined;
  afterEach(() => started?.kill("SIGTERM"));

  const start = () =>
    (started = spawn(process.execPath, ["--import", "tsx", main, "--folder", path.join(folder, "work")], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ["ignore", "pipe", "ignore"],
    }));

  async function assertEnded(started: ChildProcess): Promise<void> {
    if (started.exitCode === null && started.signalCode === null) await once(started, "exit");
    assert.equal(started.exitCode, 0);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith("aen-vscode-")),
      [],
    );
    const left = spawnSync("pgrep", ["-f", path.join(folder, "aen-vscode-")], { encoding: "utf8" });
    assert.equal(left.stdout, "");
  }

  it("listens on 127.0.0.1 alone, asks for its token, and ends whole on Ctrl+C", async () => {
    const started = start();
    const [line] = (await once(createInterface(started.stdout!), "line")) as [string];
    const { host, port, pathname } = new URL(line);
    assert.match(host, /^127\.0\.0\.1:\d+$/);
    assert.equal(await statusOf(line), 302);
    assert.equal(await statusOf(`http://${host}${pathname}`), 403);
    await assert.rejects(statusOf(`http://127.0.0.2:${port}/`), "another address of this machine answers");
    started.kill("SIGINT");
    await assertEnded(started);
    await assert.rejects(statusOf(`http://${host}/`));
  });

  it("ends completely on Ctrl+C, even while it is starting", async () => {
    const started = start();
    const hasBegun = () => readdirSync(folder).some((name) => name.startsWith("aen-vscode-"));
    await until("it has begun to start", () => hasBegun() || started.exitCode !== null);
    started.kill("SIGINT");
    await assertEnded(started);
  });
});

/** How a server answers a browser; Node's own `fetch`, with its headers of a script, is refused. */
async function statusOf(address: string): Promise<number | undefined> {
  const [answer] = (await once(get(address), "response")) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}
