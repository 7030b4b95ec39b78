import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isFileUrl, withoutFileUrl } from "../../../kernel/session/fileSpecifier.js";

describe("the specifier of an import", () => {
  it("is a path where it is a file URL, whatever the name is made of", () => {
    for (const name of ["plain", "with space", "größe", "a#b", "100%", "a%20b", "what?"]) {
      const file = path.resolve("/notes", name, `${name}.ts`);
      assert.equal(withoutFileUrl(pathToFileURL(file).href), file);
    }
    assert.equal(withoutFileUrl("FILE:///notes/a.ts"), path.resolve("/notes/a.ts"));
  });

  it("stays as it is where it is none", () => {
    for (const specifier of [
      "./a%20b.ts",
      "/notes/a.ts",
      "node:fs",
      "file",
      "file-saver",
      "@x/file:",
      "https://a/b",
    ]) {
      assert.equal(isFileUrl(specifier), false);
      assert.equal(withoutFileUrl(specifier), specifier);
    }
  });

  it("is refused where its URL means no file here, with the reason and what to write instead", () => {
    for (const url of ["file://elsewhere/a.ts", "file:///a%2Fb.ts"])
      assert.throws(
        () => withoutFileUrl(url),
        (error: Error) =>
          error instanceof TypeError &&
          error.message.startsWith(`"${url}" is not a valid file URL on this machine (`) &&
          error.message.includes("pathToFileURL") &&
          error.cause instanceof Error,
      );
  });
});
