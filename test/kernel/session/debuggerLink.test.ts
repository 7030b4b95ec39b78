import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { DebuggedKernel } from "./debuggedKernel.js";

const loop = "let sum = 0;\nfor (let i = 0; i < 5; i++) {\n  sum += i;\n}\nconsole.log(sum);";

describe("a debugger's link to the main thread", function () {
  this.timeout(200_000);
  const folder = mkdtempSync(path.join(tmpdir(), "aen-debugger-"));
  let debugged: DebuggedKernel;

  before(async () => void (debugged = await DebuggedKernel.start(folder)));
  after(async () => {
    await debugged.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => debugged.detach());

  it("pauses a cell in a loop, shows its variables and lets it go on", async () => {
    const { ran } = await debugged.runWithBreak(loop, 2);
    const pause = await debugged.paused();
    assert.equal(await debugged.value(pause, "i"), 0);
    await debugged.ask("Debugger.resume");
    const next = await debugged.paused();
    assert.equal(await debugged.value(next, "i * 10 + sum"), 10);
    debugged.detach();
    const { reply, printed } = await ran;
    assert.equal(reply.status, "ok");
    assert.equal(printed, "10\n");
  });

  it("pauses where a condition on the notebook's variables holds", async () => {
    const { ran } = await debugged.runWithBreak(loop, 2, "sum === 3");
    assert.equal(await debugged.value(await debugged.paused(), "i"), 3);
    await debugged.ask("Debugger.resume");
    assert.equal((await ran).printed, "10\n");
  });

  it("hears of a stop while it is paused, and the kernel stays usable", async () => {
    const { ran } = await debugged.runWithBreak("for (;;) {\n  Math.random();\n}", 1);
    await debugged.paused();
    await debugged.kernel.interrupt();
    assert.equal((await ran).reply.ename, "Interrupted");
    assert.equal((await debugged.run("console.log(sum + 1);")).printed, "11\n");
  });

  it("pauses in a local module, where its own variables stand by their names", async () => {
    const file = path.join(folder, "rates.ts");
    writeFileSync(
      file,
      "const rate: number = 0.5;\nexport function half(x: number): number {\n  return x * rate;\n}\n",
    );
    const code = 'import { half } from "./rates.ts";\nconsole.log(half(4));';
    const { ran } = await debugged.runWithBreak(code, 2, undefined, file);
    const pause = await debugged.paused();
    assert.equal(await debugged.value(pause, "x * rate"), 2);
    await debugged.ask("Debugger.resume");
    assert.equal((await ran).printed, "2\n");
  });

  it("pauses in a loss term, which runs while a step is traced", async () => {
    const code = [
      'const damp = aen.lossTerm("damp", ({ frameLogits }) => {',
      "  const mean = tf.mean(tf.square(frameLogits));",
      "  return mean;",
      "}, { weight: 0.1 });",
      "const clips = await aen.clips.synthetic({ perEmotion: 2, size: 32, frames: 4, seed: 1 });",
      "const loss = aen.withTerms(aen.lossTerms(), damp);",
      'await aen.train(aen.model("tiny"), clips, { epochs: 1, seed: 1, pretraining: false, loss });',
    ].join("\n");
    const { ran } = await debugged.runWithBreak(code, 1);
    const pause = await debugged.paused();
    assert.equal(await debugged.value(pause, "frameLogits.shape.length"), 3);
    debugged.detach();
    assert.equal((await ran).reply.status, "ok");
  });

  it("pauses at an exception that a cell does not catch, and at no other", async () => {
    await debugged.attach();
    await debugged.ask("Debugger.setPauseOnExceptions", { state: "uncaught" });
    const ran = debugged.run(
      "try {\n  JSON.parse('{');\n} catch {}\nthrow new Error('here');",
      "/x.ipynb/cell-W1.ts",
    );
    const pause = await debugged.paused();
    assert.equal(pause.reason, "promiseRejection");
    debugged.detach();
    assert.equal((await ran).reply.evalue, "here");
  });

  it("counts the lines of a cell's script from 0, as its source map does", async () => {
    await debugged.attach();
    const cells = debugged.scripts.filter(({ url }) => url.startsWith("Cell ["));
    assert.ok(cells.length > 0);
    assert.deepEqual([...new Set(cells.map(({ startLine }) => startLine))], [0]);
  });

  it("does not reach the kernel's other threads", async () => {
    await debugged.attach();
    assert.deepEqual(await debugged.ask("NodeWorker.enable", { waitForDebuggerOnStart: true }), {});
  });
});
