import assert from "node:assert/strict";
import { publishedDatasets } from "../../../../../kernel/aen/sources/datasets/publishedDatasets.js";
import { cremaGroups, ravdessGroups } from "../../../../../kernel/aen/sources/datasets/publishedGroups.js";

describe("the groups of published data sets", () => {
  it("tell RAVDESS's men by their odd numbers, and speech from song", () => {
    const of = (identity: string) => ravdessGroups.ofName({ identity, intensity: "02", channel: "01" });
    assert.deepEqual(of("01"), { sex: "man", intensity: "strong", channel: "speech" });
    assert.equal(of("24").sex, "woman");
    const sung = ravdessGroups.ofName({ identity: "02", intensity: "01", channel: "02" });
    assert.deepEqual([sung.intensity, sung.channel], ["normal", "song"]);
  });

  it("put CREMA-D's ages into ranges and leave out what its table does not know", () => {
    const row = { Age: "51", Sex: "Male", Race: "Caucasian", Ethnicity: "Not Hispanic" };
    const { groups } = cremaGroups.people!;
    assert.deepEqual(groups(row), {
      ...{ sex: "man", age: "50 and older", race: "Caucasian", ethnicity: "Not Hispanic" },
    });
    assert.equal(groups({ ...row, Age: "20" }).age, "20 to 29");
    assert.equal(groups({ ...row, Age: "49" }).age, "40 to 49");
    assert.deepEqual(groups({ Age: "", Sex: "", Race: "Unknown", Ethnicity: "" }), {});
  });

  it("name in their document every field that they give, and no other", () => {
    const row = { Age: "51", Sex: "Male", Race: "Asian", Ethnicity: "Hispanic" };
    const names: Readonly<Record<string, string>> = {
      RAVDESS: "Actor_12/02-01-06-01-02-01-12.mp4",
      "CREMA-D": "VideoFlash/1001_DFA_ANG_XX.flv",
    };
    for (const { name, groups, layout } of publishedDatasets) {
      if (!groups) continue;
      assert.ok(layout.kind === "names", name);
      const parts = layout.pattern.exec(names[name])!.groups!;
      const given = { ...groups.ofName(parts), ...groups.people?.groups(row) };
      assert.deepEqual(Object.keys(given).sort(), Object.keys(groups.fields).sort());
    }
  });
});
