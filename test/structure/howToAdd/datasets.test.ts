import assert from "node:assert/strict";
import { publishedDatasets } from "../../../kernel/aen/sources/datasets/publishedDatasets.js";
import { missingFromDataset } from "./datasetParts.js";

describe("the registry of data sets", () => {
  it("names no data set that lacks a part", () => {
    assert.deepEqual(publishedDatasets.flatMap(missingFromDataset), []);
    assert.ok(publishedDatasets.length >= 7);
  });

  it("is refused where a data set lacks everything, with a list of what to add", () => {
    const layout = { kind: "names", pattern: /(?<label>\w+)\.mp4$/ } as const;
    const invented = {
      name: "INVENTED",
      folds: 0,
      splits: {},
      repeats: null,
      labelMap: { 1: "Happy", 2: "Bored" },
      layout,
      source: "",
    };
    assert.deepEqual(missingFromDataset(invented), [
      'data set "INVENTED": not in publishedDatasets of kernel/aen/sources/datasets/publishedDatasets.ts',
      'data set "INVENTED": labels for Bored, none of Happy, Sad, Neutral, Angry, Surprise, Disgust, Fear',
      'data set "INVENTED": no source that describes its file names and labels',
      'data set "INVENTED": no row in README.md\'s table of data sets',
      'data set "INVENTED": no test in test/kernel/aen/sources/datasets/publishedDatasets.test.ts that reads it',
    ]);
  });
});
