import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { nodeFromNpm } from "../fromNpm.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const parts = ["test/kernel/session", "test/kernel/protocol"];
/** Milliseconds for each test: these run beside the other half of the suite, and a session's first cell waits for TypeScript. */
const patience = 180_000;
/** What TypeScript alone decides. */
const compiler = "test/kernel/session/compiler/**";

/** Tests of these parts that are long and that no version of Node decides. */
const unaffected =
  /webgpu|tslab|ablation|the import of a video|the sliders|runs shown live|data that cannot be used|compiler that is stuck/;

interface Report {
  readonly stats: { readonly passes: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { readonly message?: string } }[];
}

describe("the kernel on Node 24", function () {
  this.timeout(600_000);
  const folder = mkdtempSync(path.join(tmpdir(), "aen-newest-node-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("runs its sessions, answers its messages and stops its cells", async function () {
    if (Number.parseInt(process.versions.node) >= 24) return this.skip(); // this very run shows it
    const node = await nodeFromNpm().catch((error: unknown) => {
      console.warn(`      skipped: Node 24 cannot be installed from npm: ${String(error).slice(0, 300)}`);
      return this.skip();
    });
    const { stats, failures } = await testsUnder(node);
    const failed = failures.map(({ fullTitle, err }) => `${fullTitle}: ${err.message}`);
    assert.deepEqual(failed, []);
    assert.ok(stats.passes > 100, `only ${stats.passes} tests have run`);
  });

  async function testsUnder(node: string): Promise<Report> {
    const file = path.join(folder, "report.json");
    const report = ["--reporter", "json", "--reporter-option", `output=${file}`];
    const without = ["--grep", unaffected.source, "--invert", "--timeout", String(patience)];
    const mocha = path.join(root, "node_modules", "mocha", "bin", "mocha.js");
    const env = { ...process.env, AEN_STOP_ROUNDS: "1", AEN_FUZZ_CELLS: "100" };
    const ended = promisify(execFile)(node, [mocha, ...report, ...without, "--ignore", compiler, ...parts], {
      ...{ cwd: root, env, maxBuffer: 1 << 26 },
      ...{ timeout: 580_000, killSignal: "SIGKILL" },
    });
    const { stderr } = await ended.catch((error: { stderr: string }) => error);
    try {
      return JSON.parse(readFileSync(file, "utf8")) as Report;
    } catch {
      throw new Error(`Mocha did not run under ${node}: ${stderr}`);
    }
  }
});
