import assert from "node:assert/strict";
import { type LabelMapping, mappingLines } from "../../../../kernel/aen/results/labelMapping.js";

const emotions = ["Happy", "Sad", "Neutral", "Fear"];
const mapping: LabelMapping = {
  emotionOf: { happy: "Happy", Sad: "Sad", Anxiety: "Fear", Contempt: null, Pride: null },
  leftOut: [
    { label: "Contempt", clips: 8 },
    { label: "Pride", clips: 0 },
  ],
  shared: ["Happy", "Sad", "Fear"],
  emotions,
  answers: "all",
};

describe("what an evaluation says of another data set's labels", () => {
  it("is which labels were renamed, how many clips are left out, what has no clips, and the rule", () => {
    assert.deepEqual(mappingLines(mapping, ["Happy", "Fear"]), [
      "Labels of the data set read by name: Anxiety as Fear.",
      "Left out by label: 8 clips: Contempt (8).",
      "Emotions without clips, not part of UAR: Sad, Neutral.",
      "Answers: all 4 emotions; Neutral, which no clip can have, counts as wrong.",
    ]);
  });

  it("names the answers that are not given where only shared ones are", () => {
    const lines = mappingLines({ ...mapping, answers: "shared" }, ["Happy", "Sad", "Fear"]);
    assert.equal(lines.at(-1), "Answers: only the 3 emotions that clips can have, never Neutral.");
  });

  it("is the rule alone where all is shared and nothing left out", () => {
    const emotionOf = { Happy: "Happy" };
    const plain: LabelMapping = { emotionOf, leftOut: [], shared: emotions, emotions, answers: "shared" };
    assert.deepEqual(mappingLines(plain, emotions), ["Answers: all 4 emotions, which clips can have."]);
  });

  it("speaks of one clip as one", () => {
    const leftOut = [{ label: "Pride", clips: 1 }];
    assert.ok(
      mappingLines({ ...mapping, leftOut }, emotions).includes("Left out by label: 1 clip: Pride (1)."),
    );
  });
});
