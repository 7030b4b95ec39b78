import assert from "node:assert/strict";
import path from "node:path";
import { recipeOf, type ClipRecord } from "../../../../../kernel/aen/sources/video/clipRecord.js";
import { importedClip } from "../../../../../kernel/aen/sources/video/importedClip.js";

describe("the clip of an imported video", () => {
  const record: ClipRecord = {
    ...{ kind: "aen clip", version: 1, source: { name: "a.mp4", bytes: 10, changed: 1000 } },
    ...{ recipe: recipeOf({}, "jpeg"), frameCount: 3, frameRate: 12.5, times: [0, 0.08, 0.16] },
    sights: [["seen", 2], ["none", 1]], // prettier-ignore
  };
  const of = (changes: Partial<ClipRecord> = {}, folder = "f") =>
    importedClip(folder, { ...record, ...changes }, { id: "a", label: 2, identity: "Cleo" });

  it("has the files of its frames, their times, and of each what it shows of the face", () => {
    const { files, frameRate, times, faceSights, id, label, identity } = of();
    assert.deepEqual(
      files,
      ["000001.jpg", "000002.jpg", "000003.jpg"].map((name) => path.join("f", name)),
    );
    assert.deepEqual([frameRate, times, faceSights], [12.5, [0, 0.08, 0.16], ["seen", "seen", "none"]]);
    assert.deepEqual([id, label, identity], ["a", 2, "Cleo"]);
  });

  it("says where the face is in each frame, where the record does", () => {
    const box = { x: 1, y: 2, width: 30, height: 40, confidence: 0.5 };
    const boxes = [[100, 200, 3000, 4000, 5000] as const, null, null];
    assert.deepEqual(of({ boxes }).faceBoxes, [box, null, null]);
    assert.equal(of().faceBoxes, undefined);
  });

  it("has no sights where faces were not sought", () => {
    assert.equal(of({ sights: null }).faceSights, undefined);
  });

  it("has a content key that is the same wherever and whenever the video lay, and another for another recipe", () => {
    const { contentKey } = of();
    assert.equal(of({ source: { ...record.source, changed: 9 } }, "/other/place").contentKey, contentKey);
    const others = [
      of({ source: { ...record.source, bytes: 11 } }),
      of({ recipe: recipeOf({ size: 96 }, "jpeg") }),
      of({ frameCount: 2 }),
    ];
    assert.equal(new Set([contentKey, ...others.map((other) => other.contentKey)]).size, 4);
  });
});
