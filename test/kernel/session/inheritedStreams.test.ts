import assert from "node:assert/strict";
import programs, { type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { routeInheritedStreams } from "../../../kernel/session/inheritedStreams.js";
import { routeStreams } from "../../../kernel/session/outputStreams.js";
import { recordedCell } from "./recordedCell.js";

const speaks = "echo out; echo error >&2";

/** How a program gets its streams, and what of it the cell shows. */
const tables: Readonly<Record<string, [stdio: StdioOptions, out: string, error: string]>> = {
  "all inherited": ["inherit", "out\n", "error\n"],
  "stdout inherited": [["ignore", "inherit", "pipe"], "out\n", ""],
  "stderr inherited": [["ignore", "pipe", "inherit"], "", "error\n"],
  "by number": [[0, 1, 2], "out\n", "error\n"],
  "by stream": [["ignore", process.stdout, process.stderr], "out\n", "error\n"],
  "both on stdout": [["ignore", 1, 1], "out\nerror\n", ""],
  "nothing inherited": ["pipe", "", ""],
  "nothing at all": ["ignore", "", ""],
};

describe("what a cell's programs write to streams that they inherit", () => {
  let restores: (() => void)[];
  beforeEach(() => (restores = [routeStreams(), routeInheritedStreams()]));
  afterEach(() => restores.forEach((restore) => restore()));

  for (const [name, [stdio, out, error]] of Object.entries(tables)) {
    it(`is the cell's output when they exit: ${name}`, async () => {
      const { cell, printed } = recordedCell();
      const child = runInCell(cell, () => programs.spawn(speaks, { stdio, shell: true }));
      const closed = once(child, "close");
      assert.deepEqual(await once(child, "exit"), [0, null]);
      assert.equal([...printed()].sort().join(""), [...out].sort().join(""));
      assert.equal(printed("stderr"), error);
      await closed;
    });

    it(`is the cell's output when one call has waited for them: ${name}`, () => {
      const { cell, printed } = recordedCell();
      const result = runInCell(cell, () =>
        programs.spawnSync(speaks, { stdio, shell: true, encoding: "utf8" }),
      );
      assert.deepEqual([printed(), printed("stderr"), result.status], [out, error, 0]);
      const kept = name === "nothing inherited" || name === "stdout inherited" ? "error\n" : null;
      assert.equal(result.stderr, kept);
    });
  }

  it("comes out of execSync and execFileSync, also of commands that fail, and their errors do not repeat it", () => {
    const { cell, printed } = recordedCell();
    runInCell(cell, () => {
      assert.equal(programs.execSync("echo one", { stdio: "inherit" }), null);
      assert.equal(programs.execFileSync("echo", ["two"], { stdio: "inherit" }), null);
      assert.throws(
        () => programs.execSync("echo three; echo four >&2; exit 3", { stdio: "inherit" }),
        (error: Error & { status?: number }) => error.status === 3 && !error.message.includes("four\n"),
      );
    });
    assert.deepEqual([printed(), printed("stderr")], ["one\ntwo\nthree\n", "four\n"]);
  });

  for (const [name, [stdio, out, error]] of Object.entries(tables)) {
    it(`comes out of execSync and execFileSync, which return nothing of it: ${name}`, () => {
      const { cell, printed } = recordedCell();
      const [shell, file] = runInCell(cell, () => [
        programs.execSync(speaks, { stdio, encoding: "utf8" }),
        programs.execFileSync("sh", ["-c", speaks], { stdio, encoding: "utf8" }),
      ]);
      assert.deepEqual([printed(), printed("stderr")], [out + out, error + error]);
      const returned = name === "nothing inherited" || name === "stderr inherited" ? "out\n" : null;
      assert.deepEqual([shell, file], [returned, returned]);
    });
  }

  it("has no limit, as inherited streams have none", () => {
    const { cell, printed } = recordedCell();
    runInCell(cell, () => programs.execSync("head -c 3000000 /dev/zero | tr '\\0' x", { stdio: "inherit" }));
    assert.equal(printed().length, 3_000_000);
  });

  it("comes from forked programs, which inherit by default", async () => {
    const { cell, printed } = recordedCell();
    const child = runInCell(cell, () => programs.fork("-e", ["console.log('forked')"], { execArgv: [] }));
    await once(child, "exit");
    assert.equal(printed(), "forked\n");
  });

  it("leaves no block in the cell when there is nothing", () => {
    const { cell, outputs } = recordedCell();
    runInCell(cell, () => {
      programs.execSync("true");
      programs.execSync("true", { stdio: "inherit" });
      programs.spawnSync("true", { stdio: "inherit" });
    });
    assert.deepEqual(outputs, []);
  });
});
