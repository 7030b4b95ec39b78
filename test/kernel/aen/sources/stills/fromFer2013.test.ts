import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { stillsFromFer2013 } from "../../../../../kernel/aen/sources/stills/fromFer2013.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { notesDuring } from "../../notes.js";
import { pixels } from "./fer2013File.js";

describe("the stills of FER2013", () => {
  const folder = temporaryFolder();
  const [file, votes] = ["fer2013.csv", "fer2013new.csv"].map((name) => path.join(folder, name));
  const heading =
    "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";
  before(() => {
    const rows = [
      `0,${pixels(1)},Training`,
      `5,${pixels(2)},PrivateTest`,
      `6,${pixels(1)},Training`,
      `3,${pixels(3)},PrivateTest`,
    ];
    writeFileSync(file, `emotion,pixels,Usage\n${rows.join("\n")}\n`);
  });
  const writeVotes = (...rows: string[]) => writeFileSync(votes, heading + rows.join("\n"));

  it("are labelled by its numbers: anger 0, surprise 5, neutral 6, happiness 3 (Goodfellow et al. 2013)", async () => {
    const set = await stillsFromFer2013(file);
    const named = set.clips.map(({ id, label }) => [id, set.labels.emotions[label!]]);
    assert.deepEqual(named, [
      ["fer0000000", "Angry"],
      ["fer0000001", "Surprise"],
      ["fer0000002", "Neutral"],
      ["fer0000003", "Happy"],
    ]);
    const test = await stillsFromFer2013(file, { part: "test" });
    assert.deepEqual(
      test.clips.map(({ id }) => id),
      ["fer0000001", "fer0000003"],
    );
  });

  it("say that pictures occur more than once, and, when they are split, that nobody is named", async () => {
    const notes = await notesDuring(async () => void (await stillsFromFer2013(file)).split({ test: 0.5 }));
    assert.match(notes.join("\n"), /1 of 3 pictures occur more than once, 1 of them with different labels/);
    assert.match(
      notes.join("\n"),
      /these stills name no person, and data sets of stills often show one person/,
    );
  });

  it("say how many have no label", async () => {
    const partly = path.join(folder, "partly.csv");
    const rows = [`,${pixels(1)},Training`, `-1,${pixels(2)},Training`, `3,${pixels(3)},Training`];
    writeFileSync(partly, `emotion,pixels,Usage\n${rows.join("\n")}\n`);
    const notes = await notesDuring(() => stillsFromFer2013(partly));
    assert.match(notes.join("\n"), /partly\.csv: 2 of 3 stills have no label/);
  });

  it("have FERPlus's labels where most taggers agree; the others are left out", async () => {
    writeVotes(
      "Training,fer0000000.png,0,0,0,0,0,0,9,1,0,0",
      "PrivateTest,fer0000001.png,0,0,0,0,0,0,0,9,1,0",
      "Training,fer0000002.png,5,5,0,0,0,0,0,0,0,0",
      "PrivateTest,fer0000003.png,0,10,0,0,0,0,0,0,0,0",
    );
    const set = await stillsFromFer2013(file, { votes });
    assert.deepEqual(
      set.clips.map(({ id, label }) => [id, set.labels.emotions[label!]]),
      [
        ["fer0000000", "Fear"],
        ["fer0000003", "Happy"],
      ],
    );
    assert.deepEqual(set.leftOut, [
      { clip: "fer0000001", reason: "its label is left out by the label map" },
      { clip: "fer0000002", reason: "no emotion has more than half of its taggers' votes" },
    ]);
  });

  it("are refused with votes of other rows", async () => {
    writeVotes(
      "Training,fer0000000.png,10,0,0,0,0,0,0,0,0,0",
      "Training,fer0000001.png,10,0,0,0,0,0,0,0,0,0",
    );
    await assert.rejects(
      stillsFromFer2013(file, { votes }),
      /new\.csv, line 3: the row is of Training, .* of PrivateTest/,
    );
    const one = (name: string, usage: string) => `${usage},${name}.png,10,0,0,0,0,0,0,0,0,0`;
    writeVotes(
      one("fer0000002", "Training"),
      one("fer0000001", "PrivateTest"),
      one("fer0000000", "Training"),
      one("fer0000003", "PrivateTest"),
    );
    await assert.rejects(
      stillsFromFer2013(file, { votes }),
      /new\.csv, line 2: the row is of picture 2, but the same row of FER2013 \(line 2\) is picture 0/,
    );
    writeVotes("Training,fer0000000.png,10,0,0,0,0,0,0,0,0,0");
    await assert.rejects(stillsFromFer2013(file, { votes }), /it has 1 rows, but .*fer2013\.csv has 4/);
  });
});
