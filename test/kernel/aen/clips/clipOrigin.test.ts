import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import * as aen from "../../../../kernel/aen/index.js";
import { clipRecipe, recordedOrigin, takenPlaces } from "../../../../kernel/aen/clips/clipOrigin.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

const ids = ({ clips }: aen.ClipSet) => clips.map(({ id }) => id);
const originOf = (set: aen.ClipSet) => recordedOrigin(set.origin!, ids(set));

describe("the origin of clips", () => {
  const folder = temporaryFolder();
  const options = { perEmotion: 4, frames: 2, size: 32, seed: 3 };
  let clips: aen.ClipSet;
  before(async () => {
    clips = await aen.clips.synthetic(options);
  });

  it("is the function that made them with its arguments", () => {
    const origin = { made: "synthetic", generator: 2, given: [options], folder: process.cwd() };
    assert.deepEqual(originOf(clips), { ...origin, steps: [], taken: "all" });
  });

  it("goes on through selections and divisions, each told with its seed, and names the clips that are left", () => {
    const { train } = clips.split({ by: "identity", test: 0.5, seed: 9 });
    const some = train.withEmotion("Sad", "Fear").sample(3, 5);
    const { steps, taken } = originOf(some);
    assert.deepEqual(steps, [
      { split: { by: "identity", test: 0.5, seed: 9 }, part: "train" },
      { withEmotion: ["Sad", "Fear"] },
      { sample: 3, seed: 5 },
    ]);
    assert.deepEqual(
      takenPlaces(taken, clips.length).map((place) => clips.clips[place].id),
      ids(some),
    );
    const folds = clips.folds(2, { seed: 1 });
    assert.deepEqual(originOf(folds[1].train).steps, [
      { folds: { count: 2, seed: 1 }, fold: 2, part: "train" },
    ]);
    const keep = ({ label }: aen.Clip) => label === 1;
    assert.deepEqual(originOf(clips.filter(keep)).steps, [{ filter: keep.toString() }]);
  });

  it("is unknown for clips put together in code", () => {
    assert.equal(new aen.ClipSet(clips.clips, clips.labels).origin, null);
  });

  it("of stills holds that of the clips they are from", () => {
    const stills = aen.clips.stills(clips.sample(5));
    const { made, given } = originOf(stills);
    assert.equal(made, "stills");
    assert.deepEqual(given, [{ clipSet: originOf(clips.sample(5)) }, { least: 0.5, perClip: 4 }]);
  });

  it("is plain data: label sets are wrapped, what only accompanies the reading is left out", () => {
    const labels = new aen.LabelSet(["a", "b"], { good: ["b"], bad: ["a"] });
    const signal = new AbortController().signal;
    const { given, missing } = clipRecipe("fromX", [
      "place",
      { labels, signal, onProgress: () => {}, size: 4 },
    ]);
    const labelSet = { emotions: ["a", "b"], groups: { good: ["b"], bad: ["a"] } };
    assert.deepEqual(given, ["place", { labels: { labelSet }, size: 4 }]);
    assert.equal(missing, undefined);
  });

  it("keeps a regular expression as the text that patterns of paths may be", () => {
    const { given, missing } = clipRecipe("fromList", ["l", { pattern: /(?<identity>\d+)_/i }]);
    assert.deepEqual([given, missing], [["l", { pattern: "/(?<identity>\\d+)_/i" }], undefined]);
  });

  const obstacles: [string, unknown, RegExp][] = [
    ["a function", { identity: () => "x" }, /the option "identity" of aen\.clips is a function/],
    ["an instance", { labels: new Map() }, /the option "labels" of aen\.clips is a Map/],
    [
      "a number that JSON lacks",
      { perEmotion: Infinity },
      /the option "perEmotion" of aen\.clips is a number/,
    ],
    ["clips put together in code", new aen.ClipSet([], aen.dfewLabels), /put together in code/],
  ];
  for (const [what, value, missing] of obstacles) {
    it(`says that ${what} cannot be recorded`, () =>
      assert.match(clipRecipe("x", [value]).missing!, missing));
  }

  it("holds the checksum of the file that decides which clips there are", () => {
    const file = path.join(folder, "list.txt");
    writeFileSync(file, "abc");
    const { files } = clipRecipe("fromList", [file], [file]);
    assert.deepEqual(files, { [file]: createHash("sha256").update("abc").digest("hex") });
  });

  it("names places so that they come back, whichever clips are taken", () => {
    const recipe = clipRecipe("x", []);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (flags) => {
        const all = flags.map((_, place) => `clip ${place}`);
        const taken = all.filter((_, place) => flags[place]);
        const { taken: written } = recordedOrigin({ recipe, ids: all, steps: [] }, taken);
        assert.deepEqual(
          takenPlaces(written, all.length).map((place) => all[place]),
          taken,
        );
      }),
    );
  });
});
