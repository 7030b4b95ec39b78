import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { majorityOf, readFerPlusVotes } from "../../../../../kernel/aen/sources/stills/ferPlusVotes.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the votes of FERPlus", () => {
  it("decide by more than half of those that at least two taggers gave", () => {
    // computed by hand from `_process_data` of ferplus.py, mode "majority": neutral, happiness, ..., contempt, unknown, no face
    assert.equal(majorityOf([0, 6, 0, 0, 4, 0, 0, 0, 0, 0]), "happiness");
    assert.equal(majorityOf([5, 5, 0, 0, 0, 0, 0, 0, 0, 0]), null, "half is not more than half");
    assert.equal(majorityOf([4, 1, 3, 1, 1, 0, 0, 0, 0, 0]), "neutral", "4 of 7: single votes do not count");
    assert.equal(majorityOf([0, 0, 0, 0, 0, 0, 0, 7, 3, 0]), "contempt");
    assert.equal(majorityOf([0, 0, 0, 0, 0, 0, 0, 0, 2, 8]), null, "no face");
    assert.equal(majorityOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), null);
  });

  it("are read by column, and refused with the line of what is no number", async () => {
    const file = path.join(temporaryFolderOfTest, "votes.csv");
    const heading =
      "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";
    writeFileSync(
      file,
      `${heading}Training,fer0000000.png,0,0,0,0,10,0,0,0,0,0\nPublicTest,,0,0,0,0,0,0,0,0,0,10\n`,
    );
    assert.deepEqual(await readFerPlusVotes(file), [
      { usage: "Training", place: 0, emotion: "anger" },
      { usage: "PublicTest", place: null, emotion: null },
    ]);
    writeFileSync(file, `${heading}Training,fer0000000.png,0,0,0,0,ten,0,0,0,0,0\n`);
    await assert.rejects(readFerPlusVotes(file), /line 2: "ten" is not a number of votes for anger/);
    writeFileSync(file, `${heading}Training,x.png,0,0,0,0,10,0,0,0,0,0\n`);
    await assert.rejects(readFerPlusVotes(file), /line 2: "x\.png" is no image name of FERPlus/);
  });

  const temporaryFolderOfTest = temporaryFolder();
});
