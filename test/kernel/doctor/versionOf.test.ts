import assert from "node:assert/strict";
import { outputOf, versionOf } from "../../../kernel/doctor/versionOf.js";

const node = process.execPath;

describe("what a program prints", () => {
  it("is its output, or its errors where it prints nothing else", async () => {
    assert.equal(await outputOf(node, "-e", 'console.log("out"); console.error("err")'), "out\n");
    assert.equal(await outputOf(node, "-e", 'console.error("err")'), "err\n");
  });

  it("is unknown where the program fails, or is not there", async () => {
    assert.equal(await outputOf(node, "-e", 'console.log("out"); process.exit(3)'), undefined);
    assert.equal(await outputOf("no-such-program-of-ours"), undefined);
  });

  it("has its version on the first line", async () => {
    assert.equal(await versionOf(node, "-e", 'console.log("  7.1.0 \\nand more")'), "7.1.0");
    assert.equal(await versionOf("no-such-program-of-ours"), undefined);
  });
});
