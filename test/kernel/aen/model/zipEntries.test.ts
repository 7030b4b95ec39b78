import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { zipEntries } from "../../../../kernel/aen/model/zipEntries.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { needsPython } from "../ablation/statistics/peer.js";

describe("a zip archive", () => {
  const folder = temporaryFolder();
  before(function () {
    needsPython(this as unknown as Mocha.Context, "zipfile", "zlib");
  });

  /** An archive that Python writes by statements on `archive`. */
  function zip(statements: string): Buffer {
    const file = path.join(folder, "archive.zip");
    const program = `import zipfile\nwith zipfile.ZipFile(${JSON.stringify(file)}, "w") as archive:\n    ${statements}`;
    execFileSync("/usr/bin/python3", ["-c", program], { stdio: "pipe" });
    return readFileSync(file);
  }

  const texts = (archive: Buffer) =>
    [...zipEntries(archive)].map(([name, bytes]) => [name, bytes.toString("utf8")]);

  it("gives its files by path, stored or deflated, in their order", () => {
    const archive = zip(
      'archive.writestr("b/one.txt", "first"); archive.writestr("größe", "second" * 100, zipfile.ZIP_DEFLATED)',
    );
    assert.deepEqual(texts(archive), [
      ["b/one.txt", "first"],
      ["größe", "second".repeat(100)],
    ]);
  });

  it("may be written in the form for large files, and end with a comment", () => {
    const archive = zip(
      'f = archive.open("large", "w", force_zip64=True); f.write(b"content"); f.close(); archive.comment = b"a note"',
    );
    assert.deepEqual(texts(archive), [["large", "content"]]);
  });

  it("may be empty", () => assert.deepEqual(texts(zip("pass")), []));

  it("that is truncated, or no archive at all, is refused", () => {
    assert.throws(() => zipEntries(Buffer.from("PK, but no archive")), /not a complete zip archive/);
    const whole = zip('archive.writestr("a", "x" * 500)');
    for (const length of [0, 10, 300, whole.length - 1])
      assert.throws(() => zipEntries(whole.subarray(0, length)), RangeError, `cut at ${length}`);
    const without = Buffer.concat([whole.subarray(0, 20), whole.subarray(400)]);
    assert.throws(() => zipEntries(without), RangeError, "bytes are missing inside");
  });

  it("packed by another method is refused with the file's name", () => {
    assert.throws(
      () => zipEntries(zip('archive.writestr("a.txt", "x" * 500, zipfile.ZIP_BZIP2)')),
      /"a\.txt" is compressed with an unsupported method/,
    );
  });

  it("that unpacks to eight hundred times its size is refused before it takes the memory", () => {
    const bomb = zip('archive.writestr("a/data.pkl", bytes(80_000_000), zipfile.ZIP_DEFLATED)');
    assert.ok(bomb.length < 100_000);
    const before = process.memoryUsage.rss();
    assert.throws(
      () => zipEntries(bomb),
      /"a\/data\.pkl" takes more memory than a file of this size may \(64 MiB/,
    );
    assert.ok(process.memoryUsage.rss() - before < 150_000_000);
    const two = zip("[archive.writestr(str(n), bytes(40_000_000), zipfile.ZIP_DEFLATED) for n in range(2)]");
    assert.throws(() => zipEntries(two), /"1" takes more memory/);
  });

  it("with damaged packed bytes is refused with the file's name", () => {
    const archive = zip('archive.writestr("a.txt", "word " * 500, zipfile.ZIP_DEFLATED)');
    archive.fill(0xff, 35, 40);
    assert.throws(() => zipEntries(archive), /RangeError: "a\.txt" in the zip archive is damaged/);
  });
});
