import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../temporaryFolder.js";
import { runTogether } from "./runTogether.js";

describe("test runs side by side", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();

  /** A run of one test file with some code. */
  function run(name: string, code: string): string[] {
    const file = path.join(folder, `${name}.spec.ts`);
    writeFileSync(file, code);
    return [file];
  }

  async function outcome(runs: readonly string[][]): Promise<{ status: number; said: string }> {
    let said = "";
    const status = await runTogether(runs, (text) => (said += text));
    return { status, said };
  }

  it("are shown one after another, whichever ends first, and counted together", async () => {
    const slow = run("slow", `it("is slow", (done) => { setTimeout(done, 1500); }); it("is skipped");`);
    const quick = run("quick", `it("is quick", () => {}); it("is quick as well", () => {});`);
    const { status, said } = await outcome([slow, quick]);
    assert.equal(status, 0);
    assert.deepEqual(said.match(/is (slow|skipped|quick)/g), [
      "is slow",
      "is skipped",
      "is quick",
      "is quick",
    ]);
    assert.equal(said.trimEnd().split("\n").at(-1), "3 passed, 0 failed, 1 skipped");
  });

  it("fail when one of them has a test that fails", async () => {
    const { status, said } = await outcome([
      run("sound", `it("works", () => {});`),
      run("broken", `it("fails", () => { throw new Error("on purpose"); });`),
    ]);
    assert.equal(status, 1);
    assert.match(said, /on purpose/);
    assert.match(said, /\n1 passed, 1 failed\n$/);
  });

  it("are repeated, alone, where a few tests failed; what passes then is named", async () => {
    const mark = JSON.stringify(path.join(folder, "mark"));
    const code = `it("passes at the second try", () => {
      const fs = require("node:fs");
      if (fs.existsSync(${mark})) return;
      fs.writeFileSync(${mark}, "");
      throw new Error("the first time");
    });`;
    const { status, said } = await outcome([run("shaky", code), run("calm", `it("works", () => {});`)]);
    assert.equal(status, 0);
    assert.match(said, /passed only at the second try: \S+shaky\.spec\.ts: passes at the second try\n/);
    assert.match(said, /\n2 passed, 0 failed\n$/);
  });

  it("fail when one of them dies before its count, and say so", async () => {
    const { status, said } = await outcome([
      run("dying", `it("dies", () => process.exit(7));`),
      run("living", `it("works", () => {});`),
    ]);
    assert.equal(status, 1);
    assert.match(said, /ended before their count \(exit status 7\)/);
    assert.match(said, /\n1 passed, 1 failed\n$/);
  });

  it("fail also when one ends without an error and without a count", async () => {
    const { status, said } = await outcome([run("leaving", `it("leaves", () => process.exit(0));`)]);
    assert.equal(status, 1);
    assert.match(said, /ended before their count \(exit status 0\)/);
  });

  it("end when they are stopped", async () => {
    const stop = new AbortController();
    const endless = `it("does not end", function (done) { this.timeout(0); setInterval(() => {}, 1000); console.log("begun"); });`;
    const show = (text: string) => text.includes("begun") && stop.abort();
    assert.equal(await runTogether([run("endless", endless), run("waiting", endless)], show, stop.signal), 1);
  });
});
