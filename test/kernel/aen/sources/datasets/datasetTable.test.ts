import assert from "node:assert/strict";
import { displayMethod } from "../../../../../kernel/contracts/mimeBundle.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { DatasetTable } from "../../../../../kernel/aen/sources/datasets/datasetTable.js";
import { publishedDatasets } from "../../../../../kernel/aen/sources/datasets/publishedDatasets.js";

describe("the table of data sets", () => {
  const table = new DatasetTable();
  const row = (name: string) => table.rows.find((one) => one.name === name)!;

  it("has every label of every data set once: below its emotion or among those left out", () => {
    assert.deepEqual(
      table.rows.map(({ name }) => name),
      publishedDatasets.map(({ name }) => name),
    );
    for (const { name, labelMap } of publishedDatasets) {
      const { labels, further, drops } = row(name);
      assert.deepEqual(Object.keys(labels), dfewLabels.emotions);
      assert.deepEqual(
        [...Object.values(labels).flat(), ...Object.values(further).flat(), ...drops].sort(),
        Object.keys(labelMap).sort(),
        name,
      );
    }
    assert.deepEqual([row("RAVDESS").labels.Surprise, row("RAVDESS").drops], [["08"], ["02"]]);
    assert.deepEqual(row("CAER").labels.Angry, ["Angry", "Anger"]);
  });

  it("is text in columns, with a dash where there is no label", () => {
    const lines = String(table).split("\n");
    assert.equal(lines.length, publishedDatasets.length + 1);
    assert.match(
      lines[0],
      /^data set +Happy +Sad +Neutral +Angry +Surprise +Disgust +Fear +further +left out$/,
    );
    const [ravdess, crema] = ["RAVDESS", "CREMA-D"].map((name) =>
      lines.find((line) => line.startsWith(name))!,
    );
    assert.match(ravdess, /^RAVDESS +03 +04 +01 +05 +08 +07 +06 +– +02$/);
    assert.match(crema, /^CREMA-D +HAP +SAD +NEU +ANG +– +DIS +FEA +– +–$/);
    const under = lines[0].indexOf("Surprise");
    assert.deepEqual([ravdess[under], crema[under]], ["0", "–"]);
  });

  it("is a table in Markdown, with where each data set is described", () => {
    const markdown = String(table[displayMethod]()["text/markdown"]);
    const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
    assert.deepEqual(new Set(rows.map((line) => line.split("|").length)), new Set([12]), "ten cells each");
    assert.equal(rows.length, publishedDatasets.length + 2);
    for (const { name, source } of publishedDatasets) assert.ok(markdown.includes(`- ${name}: ${source}`));
  });
});
