import assert from "node:assert/strict";
import { importWriteError } from "../../../../../kernel/aen/sources/video/importWriteError.js";
import { DataError } from "../../../../../kernel/files/dataError.js";

const failure = (code: string) => Object.assign(new Error(`${code}: write`), { code });

describe("the explanation of an import that cannot write", () => {
  const explained: [string[], RegExp][] = [
    [["ENOSPC", "EDQUOT"], /^out: the disk is full\. Finished clips are kept; free some space/],
    [["EACCES", "EPERM", "EROFS"], /^out: you do not have permission to write there\. Choose another folder/],
    [["ENOTDIR", "EEXIST"], /^out: a file has the name of this folder/],
    [["EIO"], /^out: cannot be written \(EIO: write\)\.$/],
  ];
  for (const [codes, message] of explained) {
    it(`for ${codes.join(", ")} names the place and says what to do, and keeps the cause`, () => {
      for (const code of codes) {
        const error = importWriteError("out", failure(code));
        assert.ok(error instanceof DataError && error.file === "out");
        assert.match(error.message, message);
        assert.equal((error.cause as NodeJS.ErrnoException).code, code);
      }
    });
  }

  it("passes on an error that is not from the file system: a stop, or a message of our own", () => {
    const stop = new DOMException("stopped", "AbortError"); // has a code, which is a number
    for (const error of [stop, new DataError("no face"), new Error("odd")]) {
      assert.equal(importWriteError("out", error), error);
    }
  });
});
