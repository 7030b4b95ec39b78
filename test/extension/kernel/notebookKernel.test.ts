import "../standIn/register.js";
import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { isAlive } from "../../../kernel/files/processes.js";
import { until } from "../../until.js";
import type { KernelPlace } from "../../../extension/kernel/notebookKernel.js";
import type { KernelState } from "../../../extension/kernel/kernelState.js";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import type { KernelCrash } from "../../../kernel/protocol/kernelProcess.js";

const { NotebookKernel } = await import("../../../extension/kernel/notebookKernel.js");

const place: KernelPlace = {
  entry: fileURLToPath(new URL("../../../kernel/protocol/childProcessEntry.ts", import.meta.url)),
  cwd: tmpdir(),
  execArgv: ["--import", import.meta.resolve("tsx")],
  env: { AEN_TEST: "from the settings" },
  ignoreTypeErrors: true,
};

describe("the kernel of a notebook", function () {
  this.timeout(60_000);
  const logged: string[] = [];
  const log = (kind: string) => (what: unknown) => void logged.push(`${kind}: ${String(what)}`);
  const states: KernelState[] = [];
  let where = place;
  const kernel = new NotebookKernel({ uri: { path: "/study/a.ipynb" } } as never, () => where, {
    info: log("info"),
    warn: log("warn"),
    error: log("error"),
  } as never);
  kernel.onDidChangeState((state) => states.push(state));
  beforeEach(() => {
    for (const list of [logged, states]) list.length = 0;
  });
  after(() => kernel.dispose());
  async function run(code: string) {
    const outputs: CellOutput[] = [];
    const reply = await kernel.execute(code, { onOutput: (output) => outputs.push(output) });
    const shown = outputs.flatMap((output) => ("data" in output ? [output.data["text/plain"]] : []));
    return { ...reply, shown };
  }

  it("that cannot be started says why, and starts as soon as it can", async () => {
    assert.deepEqual([kernel.state, await kernel.running()], ["not started", undefined]);
    where = { ...place, entry: "/nowhere/entry.js" };
    await assert.rejects(async () => kernel.start(), /could not be started.*Cannot find module/s);
    assert.deepEqual(states, ["starting", "dead"]);
    assert.match(logged[0], /^error: Error: The kernel could not be started/);
    where = place;
    const [first, second] = await Promise.all([kernel.start(), kernel.start()]);
    assert.equal(first, second, "one process, however often it is wanted");
    assert.deepEqual(states.slice(2), ["starting", "idle"]);
    assert.equal(await kernel.running(), first);
    assert.match(logged[1], /^info: Kernel of a\.ipynb runs as process \d+\.$/);
  });

  it("is busy while a cell runs, and tells when one has ended", async () => {
    const ended: string[] = [];
    const listening = kernel.onDidExecute(({ status }) => ended.push(`${status} while ${kernel.state}`));
    const { status, shown } = await run("const kept = process.env.AEN_TEST;\nkept");
    assert.deepEqual([status, shown], ["ok", ["'from the settings'"]]);
    assert.equal((await run("throw new Error('no')")).status, "error");
    assert.deepEqual(states, ["busy", "idle", "busy", "idle"]);
    assert.deepEqual(ended, ["ok while idle", "error while idle"]);
    listening.dispose();
  });

  it("is new after a restart, and not said to be away once it starts, also when the user cannot wait", async () => {
    const { pid } = await kernel.start();
    const first = kernel.restart();
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, kernel.restart()]);
    assert.deepEqual(states, ["not started", "starting", "idle"]);
    assert.notEqual((await kernel.running())!.pid, pid);
  });

  it("that has died is told with the reason, and is gone until it is wanted again", async () => {
    const crashed = new Promise<KernelCrash>((resolve) => kernel.onDidCrash(resolve));
    process.kill((await kernel.running())!.pid!, "SIGKILL");
    assert.match((await crashed).message, /The kernel has died/);
    assert.deepEqual([states, await kernel.running()], [["dead"], undefined]);
    assert.match(logged[0], /^error: The kernel has died/);
    await kernel.interrupt();
    assert.equal(kernel.state, "dead", "an interrupt starts nothing");
  });

  it("knows whether a cell has run in its process, and stops one that runs when it is told to", async () => {
    await kernel.restart();
    assert.equal(kernel.hasRun, false);
    const running = run("await new Promise(() => {})");
    await until("it runs", () => kernel.state === "busy");
    assert.equal(kernel.hasRun, true);
    await kernel.stopWork();
    assert.equal((await running).ename, "Interrupted");
  });

  it("ends by itself when it is left", async () => {
    const { pid } = await kernel.start();
    await kernel.leave();
    await until("the process has ended", () => !isAlive(pid!));
  });
});
