import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const kernel = fileURLToPath(new URL("../../../kernel", import.meta.url));

/** Calls that write a file in place, or put one in place of another. */
const write =
  /\b(?:writeFile|writeFileSync|createWriteStream|copyFile|copyFileSync|cp|cpSync|rename|renameSync|appendFile|appendFileSync|openSync|toFile)\((?!\))/;

/** Who writes otherwise than by `writeAtomically`, and why a torn file cannot be taken for a whole one. */
const others: Readonly<Record<string, string>> = {
  "writeAtomically.ts": "it is the one",
  "stepCache.ts": "seals its files with a digest and renames them, without blocking the thread",
  "writerLock.ts": "a lock, which is linked to when it is whole; a torn one counts as none",
  "seal.ts": "a secret that the first of several processes makes, and that counts only at its full length",
  "readRegularFile.ts": "opens files to read them",
  "outputLimit.ts": "a log of what a cell prints, read as it grows",
  "runRecord.ts": "events line by line, a torn last line is dropped",
  "studyRecord.ts": "events line by line, a torn last line is dropped",
  "frameWriter.ts": "frames of a folder that is renamed when all are there",
  "importClip.ts": "renames that folder",
  "jupyter.ts": "copies of our own pictures and templates; the kernel's description is written whole",
};

describe("the files that the kernel writes", () => {
  const sources = (readdirSync(kernel, { recursive: true }) as string[]).filter((file) =>
    file.endsWith(".ts"),
  );
  const writers = sources.filter((file) => write.test(withoutComments(path.join(kernel, file))));

  it("are written atomically, except those that cannot or need not be", () => {
    const unknown = writers.filter((file) => !(path.basename(file) in others));
    assert.deepEqual(unknown, [], "write with kernel/files/writeAtomically.ts, or say here why not");
  });

  it("have no exception that is no longer needed", () => {
    const names = writers.map((file) => path.basename(file));
    assert.deepEqual(
      Object.keys(others).filter((name) => !names.includes(name)),
      [],
    );
  });
});

function withoutComments(file: string): string {
  return readFileSync(file, "utf8").replaceAll(/^\s*(?:\/\*)?\*.*$/gm, "");
}
