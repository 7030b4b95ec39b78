import assert from "node:assert/strict";
import { peopleSentence } from "../../../kernel/figures/peopleSentence.js";
import german from "../../../kernel/words/german.json" with { type: "json" };
import { spokenWith } from "../../../kernel/words/words.js";

describe("the sentence on the people that intervals are over", () => {
  for (const [language, texts] of [
    ["en", {}],
    ["de", german],
  ] as const)
    it(`fits under a still picture: ${language}`, () => {
      for (const people of [null, 1, 2, 9, 10, 99_999])
        for (const nameless of [0, 1, people ?? 0]) {
          const sentence = spokenWith(language, texts, () => peopleSentence(people, nameless));
          assert.ok(sentence.length <= 80, sentence);
        }
    });

  it("says how many of them are clips that name no one, and that few are too few", () => {
    assert.equal(
      peopleSentence(7, 1),
      "Intervals: over 7 people, 1 of them a clip that names no one; below ten: wide.",
    );
    assert.equal(peopleSentence(12), "Intervals: over 12 people.");
  });
});
