import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { presetReasons, presets, publishedLoss, recommendedLoss } from "../../../../kernel/aen/index.js";
import { trainingDefaults } from "../../../../kernel/aen/training/trainOptions.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";

function differing(prefix: string, published: object, recommended: object): string[] {
  const theirs = recommended as Record<string, unknown>;
  const names = new Set([...Object.keys(published), ...Object.keys(recommended)]);
  return [...names]
    .filter((name) => !isDeepStrictEqual((published as Record<string, unknown>)[name], theirs[name]))
    .map((name) => `${prefix}.${name}`);
}

describe("the reasons behind the presets", () => {
  it("name each difference between published and recommended exactly once, and nothing else", () => {
    const actual = [
      ...differing("model", presets.published, presets.recommended).filter((name) => name !== "model.preset"),
      ...differing("loss", publishedLoss, recommendedLoss),
      ...differing("training", trainingDefaults.published, trainingDefaults.recommended),
    ];
    const named = presetReasons.rows.flatMap(({ options }) => options);
    assert.deepEqual([...named].sort(), actual.sort());
    assert.ok(actual.includes("model.fusionSoftmax") && actual.includes("loss.frameScore"));
  });

  it("read as text and as a table in a notebook", () => {
    const text = presetReasons.toString();
    assert.match(
      text,
      /^Quirk 1 \(model\.fusionSoftmax\)\n {2}published: {3}.+\n {2}recommended: .+\n {2}why: /,
    );
    const table = String(presetReasons[displayMethod]()["text/markdown"]).split("\n");
    assert.equal(table.length, presetReasons.rows.length + 2);
    for (const line of table) assert.equal(line.split("|").length, 7, line);
  });
});
