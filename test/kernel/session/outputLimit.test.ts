import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "mocha";
import { OutputLimit } from "../../../kernel/session/outputLimit.js";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { withFailure } from "../files/failingDisk.js";
import { runner, type Runner, textOf } from "./runner.js";

describe("outputs above a limit", () => {
  let session: NotebookSession;
  let cells: Runner;
  const outputLimits = { text: 1000, display: 2000, file: 5000 };

  before(async () => {
    session = await NotebookSession.start({ cwd: process.cwd(), preload: false, outputLimits });
    cells = runner(session);
  });
  after(() => session.close());

  it("lose nothing: the rest is in a file that the cell names", async () => {
    const { outputs, result } = await cells.run("for (let n = 0; n < 500; n++) console.log(n)");
    assert.equal(result.status, "ok");
    const whole = Array.from({ length: 500 }, (_, n) => `${n}\n`).join("");
    const shown = textOf(
      outputs.filter((output) => output.output_type === "stream" && output.name === "stdout"),
    );
    assert.equal(shown, whole.slice(0, 1000));
    const [, file] = /printed 1,000 characters\. The rest goes to (.*)\n/.exec(textOf(outputs))!;
    assert.equal(readFileSync(file, "utf8"), whole.slice(1000));
  });

  it("go to a file of their own, also where another notebook has counted to the same cell", () => {
    const texts = [1, 2].map((part) => {
      const limit = new OutputLimit(7, outputLimits);
      const output = { output_type: "stream", name: "stdout", text: `${part}`.repeat(1500) } as const;
      const [, file] = /goes to (.*)\n/.exec(textOf(limit.take(output)))!;
      limit.close();
      return readFileSync(file, "utf8");
    });
    assert.deepEqual(texts, ["1".repeat(500), "2".repeat(500)]);
  });

  it("say when the file is full, and do not fill the disk", async () => {
    const printed = await cells.printed("for (let n = 0; n < 1000; n++) console.log('ten letters')");
    const file = /(\S+) is full too/.exec(printed)![1];
    assert.ok(readFileSync(file).length <= 5000);
    assert.equal(printed.split("is full").length, 2);
  });

  it("start afresh with every cell", async () => {
    assert.equal(await cells.printed("console.log('short')"), "short\n");
  });

  it("give the place of a value that is too large to be shown", async () => {
    const { outputs } = await cells.run("display.html('x'.repeat(3000)); display.html('y')");
    const shown = outputs.map((output) => ("data" in output ? output.data : {}));
    const [, file] = /too large to show\. It was saved to (.*)$/.exec(String(shown[0]["text/plain"]))!;
    assert.equal(
      (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>)["text/html"].length,
      3000,
    );
    assert.deepEqual(shown[1], { "text/html": "y" });
  });

  it("say so where a value that is too large to be shown cannot be saved either", () => {
    const limit = new OutputLimit(8, outputLimits);
    const data = { "text/html": "x".repeat(3000) };
    const shown: unknown[] = [];
    const { error } = withFailure({ at: 1, code: "ENOSPC", forGood: true }, () => {
      shown.push(...limit.take({ output_type: "display_data", data, metadata: {} }));
    });
    assert.equal(error, undefined);
    assert.match(JSON.stringify(shown), /too large to show\. It could not be saved: ENOSPC/);
  });
});
