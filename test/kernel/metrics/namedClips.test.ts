import assert from "node:assert/strict";
import { LabelSet } from "../../../kernel/aen/labels.js";
import { nameClips, nameSentiments } from "../../../kernel/metrics/namedClips.js";

const labels = new LabelSet(["a", "b", "c"], { first: ["a", "c"], second: ["b"] });
const heads = { clip: [-1, -2, -0.5], emotion: [-3, -0.1, -2] };

describe("named clips", () => {
  it("are counted by label and name; those without a label only on their own", () => {
    const clip = { ...heads, sentiment: [] };
    const clips = [0, 1, null].map((label) => ({ ...clip, label }));
    const { named, matrix, unlabelled, unpredicted } = nameClips(clips, labels, 0.3);
    assert.deepEqual([...named], [1, 1, 1]);
    assert.deepEqual(matrix, [
      [0, 1, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
    assert.deepEqual([unlabelled, unpredicted], [1, 0]);
  });

  it("are counted apart where their scores are not finite", () => {
    const broken = { clip: [-1, NaN, 0], emotion: [0, 0, 0], sentiment: [] };
    const clips = [0, null].map((label) => ({ ...broken, label }));
    const { named, matrix, unlabelled, unpredicted } = nameClips(clips, labels, 0.3);
    assert.deepEqual([...named], [-1, -1]);
    assert.ok(matrix.flat().every((count) => count === 0));
    assert.deepEqual([unlabelled, unpredicted], [1, 1]);
  });

  it("have the sentiment head's own answer beside the emotion, whatever the group of the emotion", () => {
    const clips = [0, 1, 2].map((label) => ({ ...heads, label, sentiment: [-0.2, -1.7] }));
    const { matrix, sentiment } = nameClips(clips, labels, 0.3);
    assert.deepEqual(matrix[0], [0, 1, 0], "the emotion named is b, of the second group");
    assert.deepEqual([...sentiment.named], [0, 0, 0]);
    assert.deepEqual(sentiment.matrix, [
      [2, 0],
      [1, 0],
    ]);
    assert.deepEqual(nameSentiments(clips, labels, 0.3, "group of the emotion").matrix, [
      [0, 2],
      [0, 1],
    ]);
  });

  it("are left out of the sentiment head's matrix alone where only its scores are not finite", () => {
    const { unpredicted, sentiment } = nameClips([{ ...heads, label: 0, sentiment: [NaN, 0] }], labels, 0.3);
    assert.deepEqual([unpredicted, sentiment.unpredicted], [0, 1]);
  });
});
