import assert from "node:assert/strict";
import { tellingErrors } from "../../../kernel/commands/userErrors.js";
import { inProcess } from "./inProcess.js";

const failing = (error: unknown) =>
  inProcess(
    (program) => program.command("x").action(() => tellingErrors(async () => Promise.reject(error))),
    "x",
  );

describe("an error of a command", () => {
  it("prints only its message, and the exit status is 1", async () => {
    const { stderr, stdout, status } = await failing(new Error("there is no such file."));
    assert.deepEqual([stderr, stdout, status], ["aen: there is no such file.\n", "", 1]);
  });

  it("may be anything that was thrown", async () => {
    assert.equal((await failing("a text")).stderr, "aen: a text\n");
  });

  it("prints its stack when debugging", async () => {
    process.env["AEN_DEBUG"] = "1";
    try {
      assert.match((await failing(new Error("here"))).stderr, /^Error: here\n\s+at .*userErrors\.test\.ts/);
    } finally {
      delete process.env["AEN_DEBUG"];
    }
  });

  it("is absent after success", async () => {
    const register = (program: Parameters<Parameters<typeof inProcess>[0]>[0]) =>
      program.command("x").action(() => tellingErrors(async () => {}));
    assert.deepEqual(await inProcess(register, "x"), { stdout: "", stderr: "", status: 0 });
  });
});
