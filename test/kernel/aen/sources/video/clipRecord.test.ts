import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import {
  fromRuns,
  isOf,
  fromRecordedBox,
  readRecord,
  recipeOf,
  toRecordedBox,
  toRuns,
  writeRecord,
  type ClipRecord,
} from "../../../../../kernel/aen/sources/video/clipRecord.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the record of an imported video", () => {
  const folder = temporaryFolder();
  const file = path.join(folder, "clip.json");
  const recipe = recipeOf({}, "png");
  const source = { name: "a.mp4", bytes: 10, changed: 1000 };
  const record: ClipRecord = {
    ...{ kind: "aen clip", version: 1, source, recipe, frameCount: 3, frameRate: null },
    ...{ times: [0, 0.1, 0.2], sights: [["seen", 2], ["none", 1]] }, // prettier-ignore
  };

  it("is read as it was written, on one line", async () => {
    writeRecord(file, record);
    assert.deepEqual(await readRecord(file), record);
    assert.match(readFileSync(file, "utf8"), /^.*\n$/);
  });

  it("is none where the file is missing, torn, of another kind or of a later version", async () => {
    assert.equal(await readRecord(path.join(folder, "none.json")), undefined);
    const texts = [
      JSON.stringify(record).slice(0, -5),
      JSON.stringify({ ...record, kind: "other" }),
      JSON.stringify({ ...record, version: 2 }),
      "null",
    ];
    for (const text of texts) {
      writeFileSync(file, text);
      assert.equal(await readRecord(file), undefined, text);
    }
  });

  it("is of a video only in the same state and with the same recipe, whatever the order of the keys", () => {
    const reversed = (value: object) => Object.fromEntries(Object.entries(value).reverse());
    const turned = { ...record, source: reversed(source), recipe: reversed(recipe) } as ClipRecord;
    assert.ok(isOf(turned, source, recipe));
    for (const change of [{ name: "b.mp4" }, { bytes: 11 }, { changed: 1001 }]) {
      assert.ok(!isOf(record, { ...source, ...change }, recipe), JSON.stringify(change));
    }
    const { revision: _left, ...older } = recipe;
    for (const other of [recipeOf({ size: 96 }, "png"), recipeOf({}, "jpeg"), older]) {
      assert.ok(!isOf(record, source, other), JSON.stringify(other));
    }
  });

  it("has a recipe in which what is not given has its default, and false is given", () => {
    assert.deepEqual(recipeOf({ faces: false, frameRate: 5 }, "jpeg"), {
      ...{ faces: false, size: 112, format: "jpeg", frameRate: 5 },
      ...{ longestSide: 1280, withoutFace: "keep", allowIncomplete: false, revision: 3 },
    });
  });
});

describe("the person in a recipe", () => {
  it("is the chosen one, none where none was chosen, so that earlier caches stay, or where no face is cut out", () => {
    assert.equal(recipeOf({ person: "left" }, "png").person, "left");
    assert.ok(!("person" in recipeOf({}, "png")));
    assert.ok(!("person" in recipeOf({ person: 2, faces: false }, "png")));
  });
});

describe("a recorded box", () => {
  it("is in hundredths of a pixel, its confidence in ten thousandths, and comes back so", () => {
    const box = { x: -3.456, y: 10, width: 99.999, height: 120.5, confidence: 0.87654 };
    const recorded = toRecordedBox(box);
    assert.deepEqual(recorded, [-346, 1000, 10000, 12050, 8765]);
    assert.deepEqual(fromRecordedBox(recorded), {
      ...{ x: -3.46, y: 10, width: 100, height: 120.5, confidence: 0.8765 },
    });
  });
});

describe("sights in runs", () => {
  it("are counted in order, and come back whatever they are", () => {
    const sights = ["seen", "seen", "none", "seen"] as const;
    assert.deepEqual(toRuns(sights), [["seen", 2], ["none", 1], ["seen", 1]]); // prettier-ignore
    assert.deepEqual([toRuns([]), fromRuns([])], [[], []]);
    const any = fc.array(fc.constantFrom("seen", "covered", "bridged", "none"), { maxLength: 40 });
    fc.assert(
      fc.property(any, (given) => assert.deepEqual(fromRuns(toRuns(given)), given)),
      { numRuns: 100 },
    );
  });
});
