import assert from "node:assert/strict";
import { noteDeprecated } from "../../../../kernel/aen/host/deprecated.js";
import { notesDuring } from "../notes.js";

describe("the note about a deprecated name", () => {
  it("is printed once, with the name and what to write in its place", async () => {
    const notes = await notesDuring(() => {
      for (let use = 0; use < 3; use += 1) noteDeprecated("aen.old", "aen.new");
    });
    assert.deepEqual(notes, [
      "Note: aen.old is deprecated and will be removed in the next version. Use aen.new.",
    ]);
  });

  it("is printed for each name", async () => {
    const notes = await notesDuring(() => ["one", "another"].forEach((old) => noteDeprecated(old, "x")));
    assert.equal(notes.length, 2);
  });
});
