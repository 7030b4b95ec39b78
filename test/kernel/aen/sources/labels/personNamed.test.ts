import assert from "node:assert/strict";
import { groupsNamed, personNamed } from "../../../../../kernel/aen/sources/labels/personNamed.js";

describe("the person that a column or path names", () => {
  it("is nobody where that is what it says", () => {
    for (const written of [undefined, null, "", "  ", "NA", "n/a", "unknown", "-", "NULL", "<NA>", " ? "])
      assert.equal(personNamed(written), null, String(written));
  });

  it("is as written otherwise", () => {
    for (const written of ["Ann", "0", "N", "Nathan", "unknown 3", "-1"])
      assert.equal(personNamed(written), written);
    assert.equal(personNamed(" Ann "), "Ann");
  });

  it("has one name, however accents and spaces are written", () => {
    assert.equal(personNamed("Zoe\u0308  Lee"), personNamed("Zo\u00eb\u00a0Lee"));
  });
});

describe("the groups that columns or a path name", () => {
  it("are those that are known, in the words for people who are not", () => {
    const written = [["sex", "f "], ["age", "NA"], ["skin", "unknown"], ["light", ""], ["site", undefined]] as const; // prettier-ignore
    assert.deepEqual(groupsNamed(written), { sex: "f" });
  });
});
