import { dfewLabels } from "../../../kernel/aen/labels.js";
import type { PublishedDataset } from "../../../kernel/aen/sources/datasets/publishedDataset.js";
import { publishedDatasets } from "../../../kernel/aen/sources/datasets/publishedDatasets.js";
import { missingOf, textOf } from "./files.js";

const testFile = "test/kernel/aen/sources/datasets/publishedDatasets.test.ts";

/** What a published data set lacks, a line each; nothing where it is whole. */
export function missingFromDataset(dataset: PublishedDataset): string[] {
  const { name, labelMap, labels = dfewLabels, source } = dataset;
  const strange = Object.values(labelMap).filter(
    (emotion) => emotion !== null && !labels.emotions.includes(emotion),
  );
  return missingOf(`data set "${name}"`, [
    [
      publishedDatasets.includes(dataset),
      "not in publishedDatasets of kernel/aen/sources/datasets/publishedDatasets.ts",
    ],
    [publishedDatasets.filter((other) => isCalled(other, name)).length < 2, "another data set has its name"],
    [strange.length === 0, `labels for ${strange.join(", ")}, none of ${labels.emotions.join(", ")}`],
    [source.trim() !== "", "no source that describes its file names and labels"],
    [textOf("README.md").includes(`\n| ${name} `), "no row in README.md's table of data sets"],
    [isRead(name), `no test in ${testFile} that reads it`],
  ]);
}

function isCalled(dataset: PublishedDataset, name: string): boolean {
  return dataset.name.toLowerCase() === name.toLowerCase();
}

/** Whether a test opens a made-up folder of it: `labels("RAVDESS", ...)` or `fromDataset("DFEW", ...)`. */
function isRead(name: string): boolean {
  return new RegExp(`(labels|fromDataset)\\(\\s*"${name}",`, "i").test(textOf(testFile));
}
