import "../standIn/register.js";
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";

const { examples } = await import("../../../extension/commands/examples.js");

describe("the examples", () => {
  it("are all notebooks that come with the extension, each with its files", () => {
    const files = examples().flatMap((each) => each.files);
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
    const shipped = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
    assert.deepEqual(
      files.filter((file) => file.endsWith(".ipynb")).sort(),
      shipped.map((name) => `notebooks/${name}`).sort(),
    );
    assert.equal(new Set(examples().map(({ id }) => id)).size, examples().length);
  });
});
