import assert from "node:assert/strict";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import type { DatasetSource } from "../../../../../kernel/aen/clips/datasetDescription.js";
import { LabelSet, dfewLabels } from "../../../../../kernel/aen/labels.js";
import { describeDataset } from "../../../../../kernel/aen/sources/datasets/describeDataset.js";

function clip(id: string, label: number | null, identity: string | null, frameCount: number): Clip {
  const read = () => Promise.reject(new Error("These clips have no frames."));
  return { id, label, identity, frameCount, frameRate: null, truth: null, read };
}

describe("the description of a data set", () => {
  const labels = new LabelSet(["Calm", "Tense", "Glad"], { good: ["Glad", "Calm"], bad: ["Tense"] });
  const clips = [
    clip("a", 2, "Ann", 4),
    clip("b", 0, "Bob", 6),
    clip("c", 2, "Ann", 1),
    clip("d", null, null, 9),
  ];
  const set = new ClipSet(clips, labels);

  it("counts its clips, frames, emotions and people", () => {
    const { contentHash, ...described } = describeDataset(set, { name: "mine" });
    assert.deepEqual(described, {
      kind: "aen dataset",
      version: 2,
      name: "mine",
      clips: 4,
      frames: 20,
      emotions: ["Calm", "Tense", "Glad"],
      groups: { good: ["Glad", "Calm"], bad: ["Tense"] },
      drops: [],
      counts: [1, 0, 2],
      unlabelled: 1,
      identities: 2,
    });
    assert.equal(contentHash, set.contentHash);
  });

  it("has a hash that follows the clips and their labels, not its name or source", () => {
    const hash = (of: ClipSet, name = "a") => describeDataset(of, { name }).contentHash;
    assert.equal(hash(set, "b"), hash(set));
    const others = [
      new ClipSet(clips.slice(1), labels),
      new ClipSet([clips[1], clips[0], ...clips.slice(2)], labels),
      new ClipSet([clip("a", 1, "Ann", 4), ...clips.slice(1)], labels),
      new ClipSet([clip("a", 2, "Bob", 4), ...clips.slice(1)], labels),
      new ClipSet([clip("a", 2, "Ann", 5), ...clips.slice(1)], labels),
      new ClipSet(clips, new LabelSet(["Calm", "Tense", "Joy"], { good: ["Joy", "Calm"], bad: ["Tense"] })),
      new ClipSet(clips, new LabelSet(["Calm", "Tense", "Glad"], { good: ["Glad"], bad: ["Tense", "Calm"] })),
    ];
    assert.equal(new Set([set, ...others].map((one) => hash(one))).size, 8);
  });

  const sources: [DatasetSource, readonly string[], string | undefined][] = [
    [{ format: "published", dataset: "ravdess", path: "." }, ["02"], "Happy"],
    [{ format: "class folders", path: ".", labelMap: { "03": "Happy", junk: null } }, ["junk"], "Happy"],
    [{ format: "class folders", path: "." }, [], undefined],
    [{ format: "list", path: "list.txt" }, [], undefined],
  ];
  for (const [source, drops, third] of sources) {
    it(`says what is left out of ${source.format}${"labelMap" in source ? " with a label map" : ""}`, () => {
      const described = describeDataset(new ClipSet([], dfewLabels), { name: "x", source });
      assert.deepEqual([described.drops, described.labelMap?.["03"]], [drops, third]);
      assert.deepEqual(described.source, source);
      assert.equal("labelMap" in described, third !== undefined);
    });
  }
});
