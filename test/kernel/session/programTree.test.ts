import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { endProgram } from "../../../kernel/session/programTree.js";

describe("a program", () => {
  it("ends with what it has started, which would otherwise keep its output open", async () => {
    const shell = spawn("sh", ["-c", "sleep 600 & echo begun; wait"]);
    await once(shell.stdout, "data");
    const closed = once(shell, "close");
    endProgram(shell.pid!, "SIGTERM");
    assert.deepEqual(await closed, [null, "SIGTERM"]);
  });
});
