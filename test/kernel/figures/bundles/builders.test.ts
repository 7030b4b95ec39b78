import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe("the payload of a view", () => {
  const files = ["kernel", "media", "extension"]
    .flatMap(sources)
    .filter((file) => !file.startsWith("kernel/contracts/"))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));

  for (const view of Object.keys(viewMimeTypes)) {
    it(`${view}: is put together in one place`, () => {
      const builders = files.filter(({ text }) => text.includes(`view: "${view}"`));
      assert.equal(builders.length, 1, builders.map(({ file }) => file).join(", "));
      assert.equal(builders[0].text.split(`view: "${view}"`).length, 2, `twice in ${builders[0].file}`);
    });
  }

  it("is sent under a MIME type that only the contracts spell out", () => {
    const rooms = files.filter(({ file }) => !file.startsWith("extension/"));
    const spelt = rooms.filter(({ text }) => /["'`]application\/vnd\.aen\.[a-z-]+\.v\d\+json/.test(text));
    assert.deepEqual(
      spelt.map(({ file }) => file),
      [],
    );
  });
});
