import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as prettier from "prettier";
import { datasetDocument } from "../../../../../kernel/aen/sources/datasets/datasetDocument.js";
import { publishedDatasets } from "../../../../../kernel/aen/sources/datasets/publishedDatasets.js";

describe("the document on published data sets", () => {
  const file = "kernel/aen/sources/datasets/README.md";
  const document = datasetDocument();

  it("is what the presets say (UPDATE_DOCS=1 writes it)", async () => {
    const options = await prettier.resolveConfig(file);
    const written = await prettier.format(document, { ...options, filepath: file });
    if (process.env.UPDATE_DOCS) writeFileSync(file, written);
    assert.equal(readFileSync(file, "utf8"), written);
  });

  it("says of every data set what each split is, what is left out and where that is from", () => {
    for (const { name, splits, labelMap, source } of publishedDatasets) {
      const section = document.split(`## ${name}\n`)[1].split("\n## ")[0];
      for (const split of ["train", "validation", "test"] as const) {
        assert.equal(section.includes(`split "${split}" |`), split in splits, `${name}, ${split}`);
      }
      for (const code of Object.keys(labelMap)) assert.ok(section.includes(code), `${name}, ${code}`);
      assert.ok(section.includes(source), name);
    }
  });
});
