import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { DatasetDescription } from "../../../../../kernel/aen/clips/datasetDescription.js";
import {
  readDescription,
  requireFolderOf,
  writeDescriptionFile,
} from "../../../../../kernel/aen/sources/datasets/descriptionFile.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the file of a description", () => {
  const folder = temporaryFolder();
  const file = (name: string) => path.join(folder, name);
  const description: DatasetDescription = {
    ...{ kind: "aen dataset", version: 2, name: "x", clips: 1, frames: 2, identities: 0, unlabelled: 0 },
    ...{ emotions: ["Happy", "Sad"], groups: { all: ["Happy", "Sad"] }, drops: [], counts: [1, 0] },
    source: { format: "videos", path: ["a.mp4"], labels: { a: "Happy" }, pattern: "{identity}_*" },
    contentHash: "0".repeat(64),
  };

  it("is read as it was written, also with a byte order mark", async () => {
    writeDescriptionFile(file("a.json"), description);
    assert.deepEqual(await readDescription(file("a.json")), description);
    writeFileSync(file("b.json"), `\uFEFF${JSON.stringify(description)}`);
    assert.deepEqual(await readDescription(file("b.json")), description);
  });

  it("is not written where it could not be read", () => {
    const wrong = { ...description, name: "" };
    assert.throws(() => writeDescriptionFile(file("c.json"), wrong), /c\.json: "name" must NOT have fewer/);
    assert.ok(!existsSync(file("c.json")));
  });

  it("needs a folder", () => {
    requireFolderOf(file("a.json"));
    assert.throws(() => requireFolderOf(file("gone/a.json")), /its folder .*gone does not exist\. Create it/);
  });
});
