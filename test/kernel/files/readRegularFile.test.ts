import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  readRegularFile,
  readRegularFileSync,
  readBeginningSync,
} from "../../../kernel/files/readRegularFile.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("the bytes of a file", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "a.bin");
  before(() => writeFileSync(file, "abc"));
  const ways = {
    readRegularFile,
    readRegularFileSync: async (...given: [string, number?]) => readRegularFileSync(...given),
  };

  for (const [name, read] of Object.entries(ways)) {
    it(`are read whole, up to a size: ${name}`, async () => {
      assert.equal((await read(file)).toString(), "abc");
      assert.equal((await read(file, 3)).toString(), "abc");
      await assert.rejects(async () => read(file, 2), /a\.bin: it has 3 bytes; at most 2 are read/);
    });

    it(`are not waited for in a pipe, nor read from a device without end: ${name}`, async function () {
      if (!existsSync("/dev/zero")) this.skip();
      const pipe = path.join(folder, `${name}.pipe`);
      execFileSync("mkfifo", [pipe]);
      for (const place of [pipe, "/dev/zero"])
        await assert.rejects(async () => read(place), /this is a pipe, device or socket, not a file/);
    });

    it(`are missing with the system's words where there is none: ${name}`, async () => {
      await assert.rejects(async () => read(path.join(folder, "absent")), { code: "ENOENT" });
      await assert.rejects(async () => read(folder), { code: "EISDIR" });
    });
  }

  it("are read at their beginning, as far as they go", () => {
    assert.equal(readBeginningSync(file, 2).toString(), "ab");
    assert.equal(readBeginningSync(file, 99).toString(), "abc");
    assert.throws(() => readBeginningSync(folder, 1), { code: "EISDIR" });
  });
});
