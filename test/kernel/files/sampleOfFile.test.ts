import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { sampleOfFile } from "../../../kernel/files/sampleOfFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("a sample of a file", () => {
  const folder = temporaryFolder();
  const sampled = (content: Buffer) => {
    const file = path.join(folder, "file");
    writeFileSync(file, content);
    return sampleOfFile(file);
  };

  it("tells files apart that differ at the beginning, in the middle or at the end", () => {
    const whole = Buffer.alloc(100_000, 7);
    const changed = [0, 50_001, 99_999].map((at) => {
      const other = Buffer.from(whole);
      other[at] = 8;
      return sampled(other);
    });
    const same = [sampled(whole), sampled(Buffer.from(whole))];
    assert.equal(same[0], same[1]);
    assert.equal(new Set([...changed, ...same]).size, 4);
  });

  it("is of any file, also of an empty one, and names one that is not there", () => {
    assert.match(sampled(Buffer.alloc(0)), /^[0-9a-f]{64}$/);
    assert.notEqual(sampled(Buffer.from("a")), sampled(Buffer.from("b")));
    assert.throws(() => sampleOfFile(path.join(folder, "none")), { code: "ENOENT" });
  });
});
