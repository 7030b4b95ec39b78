import assert from "node:assert/strict";
import { tellOf } from "../../../../../kernel/aen/sources/video/tellOf.js";
import { notesDuring } from "../../notes.js";

describe("what is amiss in a video that is used", () => {
  const video = { file: "x/a.mp4", name: "a.mp4", bytes: 1, changed: 1 };

  it("is told with the file's name, a note for each sentence", async () => {
    const notes = await notesDuring(async () => tellOf(video, ["one.", "two."]));
    assert.deepEqual(notes, ["Note: x/a.mp4: one.", "Note: x/a.mp4: two."]);
    assert.deepEqual(await notesDuring(async () => tellOf(video)), []);
  });
});
