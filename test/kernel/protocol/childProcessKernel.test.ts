import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { after, before, describe, it } from "mocha";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { ChildProcessKernel } from "../../../kernel/protocol/childProcessKernel.js";
import type { KernelCrash } from "../../../kernel/protocol/kernelProcess.js";
import type { ExecuteHandlers } from "../../../kernel/protocol/openRequests.js";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { held, ours } from "../session/situations/ours.js";

describe("a kernel in a child process", () => {
  let kernel: ChildProcessKernel;

  before(async () => {
    kernel = await ChildProcessKernel.start({
      entry: new URL("../../../kernel/protocol/childProcessEntry.ts", import.meta.url).pathname,
      execArgv: ["--import", import.meta.resolve?.("tsx") ?? "tsx"],
      cwd: process.cwd(),
    });
  });
  after(() => kernel.close());

  async function run(code: string, handlers: Partial<ExecuteHandlers> = {}) {
    const outputs: CellOutput[] = [];
    const reply = await kernel.execute(code, { onOutput: (output) => outputs.push(output), ...handlers });
    return { reply, outputs };
  }

  const printed = (outputs: CellOutput[]) =>
    outputs.map((output) => (output.output_type === "stream" ? output.text : "")).join("");

  it("runs cells and gives their results", async () => {
    const { reply, outputs } = await run("const one = 1;\none + 1");
    assert.equal(reply.status, "ok");
    assert.deepEqual(outputs, [
      { output_type: "execute_result", execution_count: 1, data: { "text/plain": "2" }, metadata: {} },
    ]);
  });

  it("delivers every line of a hundred thousand, in order, and ten megabytes in one write", async () => {
    const lines = await run("for (let line = 0; line < 100_000; line++) console.log(line)");
    assert.equal(printed(lines.outputs), Array.from({ length: 100_000 }, (_, line) => `${line}\n`).join(""));
    const whole = await run("process.stdout.write('x'.repeat(10_000_000))");
    assert.equal(printed(whole.outputs).length, 10_000_000);
  });

  it("shows the user's lines and nothing of its own, however an error reaches the user", async () => {
    await run("\n\n\n\nfunction boom(): never {\n  throw new Error('boom');\n}");
    const cells: [code: string, line: string][] = [
      ["type A = number;\nboom();", "2:1"],
      ["\ntry { boom(); } catch (error) { console.error(error); }", "2:7"],
      ["\n\nconsole.trace('here');", "3:9"],
      ["\nnew Error('a')", "2:1"],
    ];
    for (const [code, line] of cells) {
      const { reply, outputs } = await run(code);
      const shown = JSON.stringify(outputs);
      assert.match(shown, new RegExp(`at Cell \\[${reply.executionCount}\\]:${line}\\b`));
      if (code.includes("boom")) assert.match(shown, /at boom \(Cell \[\d+\]:6:9\)/);
      assert.doesNotMatch(shown, ours(packageRoot));
    }
  });

  it("prints what it has touched as if it had not", async () => {
    const names = ["promises in collections", "a timer", "a child process", "its arguments", "the process"];
    for (const name of names) {
      const { outputs } = await run(`console.log(${held[name]});\n[${held[name]}]`);
      assert.equal(outputs.at(-1)?.output_type, "execute_result", name);
      assert.doesNotMatch(JSON.stringify(outputs), ours(packageRoot), name);
    }
  });

  it("asks for input", async () => {
    const { outputs } = await run("(await input('Name? ')).toUpperCase()", {
      onInput: async (prompt) => `${prompt}ada`,
    });
    assert.deepEqual((outputs[0] as { data: unknown }).data, { "text/plain": "'NAME? ADA'" });
  });

  it("stops a loop that never gives way, and keeps what was there", async () => {
    let running: ReturnType<typeof run> | undefined;
    await new Promise<void>((begun) => {
      running = run("let reached = 'here';\nconsole.log('begun');\nfor (;;) {}", { onOutput: () => begun() });
    });
    await kernel.interrupt();
    assert.equal((await running!).reply.ename, "Interrupted");
    assert.match(JSON.stringify((await run("reached")).outputs), /here/);
  });

  it("says so when the process dies, and can be restarted", async () => {
    const crash = new Promise<KernelCrash>((resolve) => kernel.onCrash(resolve));
    const { reply } = await run(
      "require('child_process').execSync(`kill -9 ${process.pid}`); await new Promise(() => {})",
    );
    assert.equal(reply.ename, "KernelDied");
    assert.match((await crash).message, /The kernel has died/);
    await kernel.restart();
    assert.equal((await run("1")).reply.status, "ok");
  });

  it("explains why it could not start", async () => {
    const start = ChildProcessKernel.start({ entry: "/nowhere/entry.js", cwd: tmpdir() });
    await assert.rejects(start, /Cannot find module/);
  });
});
