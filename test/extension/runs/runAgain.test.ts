import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { runAgain } = await import("../../../extension/runs/runAgain.js");

describe("running again", () => {
  it("repeats the record with our own program, on VS Code's runtime, where the records lie", async () => {
    asked.tasks.length = 0;
    await runAgain("/ext", "/w/.aen/runs/r1");
    const [{ name, execution }] = asked.tasks as never as {
      name: string;
      execution: { process: string; args: string[]; options: { cwd: string; env: object } };
    }[];
    assert.equal(name, "Run again: r1");
    assert.equal(execution.process, process.execPath);
    assert.deepEqual(execution.args, ["/ext/dist/kernel/cli.js", "rerun", "/w/.aen/runs/r1"]);
    assert.deepEqual(execution.options, { cwd: "/w", env: { ELECTRON_RUN_AS_NODE: "1" } });
  });
});
