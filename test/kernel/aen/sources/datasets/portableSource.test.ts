import assert from "node:assert/strict";
import path from "node:path";
import type { DatasetSource } from "../../../../../kernel/aen/clips/datasetDescription.js";
import { locatedSource, portableSource } from "../../../../../kernel/aen/sources/datasets/portableSource.js";

describe("the source in a description", () => {
  const folder = path.resolve("/data/mine");

  const sources: [DatasetSource, DatasetSource][] = [
    [
      { format: "list", path: `${folder}/list.txt`, root: folder, remap: { "D:/x": "/data/other" } },
      { format: "list", path: "list.txt", root: ".", remap: { "D:/x": "../other" } },
    ],
    [
      { format: "videos", path: [`${folder}/v/**/*.mp4`, "b.mp4"], labels: "/data/labels.csv" },
      { format: "videos", path: ["v/**/*.mp4", "b.mp4"], labels: "../labels.csv" },
    ],
    [
      { format: "class folders", path: "", pattern: /(?<identity>\d+)_/i },
      { format: "class folders", path: ".", pattern: "/(?<identity>\\d+)_/i" },
    ],
    [
      { format: "videos", path: "*.mp4", labels: { "a.mp4": "Sad" } },
      { format: "videos", path: "*.mp4", labels: { "a.mp4": "Sad" } },
    ],
  ];
  for (const [given, kept] of sources) {
    it(`has relative paths only (${given.format}, ${JSON.stringify(given.path)})`, () => {
      assert.deepEqual(portableSource(given, folder), kept);
      assert.deepEqual(portableSource(kept, folder), kept);
    });
  }

  it("is read with absolute paths, but for patterns of videos", () => {
    const list = { format: "list", path: "list.txt", root: ".", remap: { "D:/x": "../other" } } as const;
    assert.deepEqual(locatedSource(list, folder), {
      ...{ format: "list", path: path.join(folder, "list.txt"), root: folder },
      remap: { "D:/x": path.resolve("/data/other") },
    });
    const videos = { format: "videos", path: "*.mp4", labels: "l.csv" } as const;
    assert.deepEqual(locatedSource(videos, folder), { ...videos, labels: path.join(folder, "l.csv") });
  });
});
