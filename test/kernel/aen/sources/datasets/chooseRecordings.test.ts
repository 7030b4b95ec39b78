import assert from "node:assert/strict";
import {
  chooseRecordings,
  requireVariants,
} from "../../../../../kernel/aen/sources/datasets/chooseRecordings.js";
import type { PublishedDataset } from "../../../../../kernel/aen/sources/datasets/publishedDataset.js";

describe("the choice between recordings", () => {
  const layout = { kind: "names", pattern: /(?<channel>[ab])-(?<label>\w+)\.(?:mp4|avi)$/ } as const;
  const dataset: PublishedDataset = {
    ...{ name: "SET", labelMap: {}, source: "", folds: 0, splits: {}, repeats: null, layout },
    variants: { channel: { codes: { a: "speech", b: "song" }, usual: "a" } },
  };

  it("takes the usual variant, another, or all, and each name once whatever its folder and ending", () => {
    const files = ["1/a-x.mp4", "1/b-x.mp4", "2/a-x.avi", "2/b-y.mp4", "notes.txt"];
    const choose = (channel?: string) => chooseRecordings(files, dataset, layout, { channel });
    const paths = (channel?: string) => choose(channel).clips.map((clip) => clip.path);
    assert.deepEqual(paths(), ["1/a-x.mp4"]);
    assert.deepEqual(paths("b"), ["1/b-x.mp4", "2/b-y.mp4"]);
    assert.deepEqual(paths("all"), ["1/a-x.mp4", "1/b-x.mp4", "2/b-y.mp4"]);
    assert.deepEqual(choose().remarks, [
      "2 videos of SET are of another channel than asked for.",
      "1 videos of SET have the name of another one and are not read again.",
    ]);
  });

  it("is refused where it is not offered", () => {
    assert.throws(() => requireVariants(dataset, { modality: "01" }), /SET has no modality/);
    assert.throws(
      () => requireVariants(dataset, { channel: "c" }),
      /SET has the channel "a" \(speech\) and "b" \(song\); there is no "c"/,
    );
    requireVariants(dataset, { channel: "all" });
  });
});
