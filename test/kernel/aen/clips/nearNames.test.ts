import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nearNamesAcross, nearNamesText } from "../../../../kernel/aen/clips/nearNames.js";
import { clips } from "../../../../kernel/aen/sources/index.js";
import { temporaryFolder } from "../../../temporaryFolder.js";
import { notesDuring } from "../notes.js";
import { frameFolder } from "../sources/frameFolder.js";

const people = (...names: (string | null)[]) => names.map((identity) => ({ identity }));

describe("nearly equal names of people", () => {
  it("are told where they differ in case, invisible characters or the form of a number", () => {
    const text = nearNamesText(people("Anna", "anna", "01", "1", "1.0", "Anna\u200B", null, "Ben", "Anna"));
    assert.equal(
      text,
      "names of people differ only in case, invisible characters or the form of a number: " +
        '"Anna" and "anna" and "Anna<U+200B>"; "01" and "1" and "1.0". They are taken for different people: ' +
        "if they are one person's, correct them where the clips are read from.",
    );
    for (const [one, other] of [
      ["S01", "s1"],
      ["Zo\u00EB", "zoe\u0308"],
      ["\uFF11", "1"],
      ["soft\u00ADhyphen", "softhyphen"],
      ["P 07", "p\u00A07"],
    ])
      assert.notEqual(nearNamesText(people(one, other)), null, `${one} and ${other}`);
  });

  it("are not those that tell people apart", () => {
    const apart = [
      "1",
      "10",
      "100",
      "1.1",
      "1.10",
      "10.0.1",
      "S1",
      "S10",
      "S1a",
      "Anna",
      "Ann",
      "Zoe",
      "Zo\u00EB",
    ];
    assert.equal(nearNamesText(people(...apart)), null);
    const ofTwoSets = [
      { identity: "01", peopleOf: "RAVDESS" },
      { identity: "1", peopleOf: "lab 2" },
    ];
    assert.equal(nearNamesText(ofTwoSets), null);
  });

  it("are told of a split where they are in several parts of it", () => {
    assert.match(
      nearNamesAcross([people("Anna", "01"), people("anna", "2")]) ?? "",
      /a number: "Anna" and "anna", and are in several parts of this split: if/,
    );
    assert.equal(nearNamesAcross([people("Anna", "anna"), people("2")]), null);
  });

  it("are said when a set is opened, in its table and when it is split by identity", async () => {
    const root = temporaryFolder();
    const names = ["Anna", "anna", "01", "1"];
    mkdirSync(path.join(root, "f"), { recursive: true });
    for (const at of names.keys()) await frameFolder(path.join(root, "f", String(at)), at + 1);
    const rows = names.map((name, at) => `f/${at},Happy,${name}\n`);
    writeFileSync(path.join(root, "t.csv"), `path,label,person\n${rows.join("")}`);
    const notes = await notesDuring(async () => {
      const set = await clips.fromTable(path.join(root, "t.csv"));
      assert.match(set.toString(), /Note: names of people differ only in .*"01" and "1"/);
      set.split({ by: "identity", test: 0.25, seed: 1 });
    });
    const told = notes.filter((note) => note.includes("differ only in case"));
    assert.match(told[0], /t\.csv: names of people .*"Anna" and "anna"; "01" and "1"\. They/);
    assert.match(told[1], /are in several parts of this split/);
  });
});
