import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  clipsFromDataset,
  findPublished,
  mapLabels,
} from "../../../../../kernel/aen/sources/datasets/fromDataset.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { frameFolder } from "../frameFolder.js";

describe("a published data set", () => {
  it("is found by its name in any case; an unknown name is rejected with the known ones", () => {
    assert.equal(findPublished("crema-d").name, "CREMA-D");
    assert.throws(
      () => findPublished("FER2013"),
      /"FER2013" is not one of the data sets DFEW, FERV39k.*fromList/,
    );
  });
});

describe("labels of a published data set", () => {
  const ravdess = findPublished("RAVDESS");
  const clips = (...codes: string[]) => codes.map((code, at) => ({ path: `${at}`, code, identity: null }));
  const mapped = (codes: string[], perEmotion?: number) =>
    mapLabels(ravdess, clips(...codes), undefined, perEmotion).map(({ clip, label }) => [clip.path, label]);

  it("become indices of the seven emotions, or null for any other emotion", () => {
    const codes = ["01", "02", "03", "04", "05", "06", "07", "08"];
    assert.deepEqual(mapped(codes), [
      ["0", 2],
      ["1", null], // calm
      ["2", 0],
      ["3", 1],
      ["4", 3],
      ["5", 6],
      ["6", 5],
      ["7", 4],
    ]);
  });

  it("are found in any case", () => {
    const [{ label }] = mapLabels(findPublished("MELD"), clips("JOY"));
    assert.equal(label, 0);
  });

  it("can be cut off after the first clips of each emotion", () => {
    assert.deepEqual(mapped(["03", "02", "04", "03", "03", "04"], 1), [
      ["0", 0],
      ["1", null],
      ["2", 1],
    ]);
    assert.deepEqual(mapped(["03"], 0), []);
  });

  it("must be labels that the data set has", () => {
    assert.throws(() => mapped(["03", "09"]), /RAVDESS has the labels .*08; "09" of 1 is not one of them/);
    assert.throws(() => mapped([""]), /"" of 0 is not one of them/);
  });
});

describe("the clips of a published data set", () => {
  const folder = temporaryFolder();
  async function dfew(...clips: string[]): Promise<string> {
    const root = mkdtempSync(path.join(folder, "dfew-"));
    mkdirSync(path.join(root, "label"));
    writeFileSync(path.join(root, "label", "single_trainset_1.csv"), "video_name,label\n1,2\n2,0\n3.mp4,5\n");
    for (const [at, clip] of clips.entries()) await frameFolder(path.join(root, clip), at + 1);
    return root;
  }
  const read = async (root: string, options = {}) =>
    (await clipsFromDataset("DFEW", root, { atLeast: 1, ...options })).clips.map(({ label, frameCount }) => [
      label,
      frameCount,
    ]);

  it("are found in any of the folders that it comes in, with the label of their row", async () => {
    const expected = [
      [1, 1],
      [4, 2],
    ];
    for (const place of [".", "data", "Clip/clip_224x224", "clip_224x224"])
      assert.deepEqual(await read(await dfew(`${place}/00001`, `${place}/00003`)), expected, place);
  });

  it("are looked for in the named folder, and nowhere else", async () => {
    const root = await dfew("00001", "00003", "mine/00001", "mine/00003");
    assert.deepEqual(await read(root, { clips: "mine" }), [
      [1, 3],
      [4, 4],
    ]);
    await assert.rejects(read(root, { clips: "other" }), /the clip 00001 of DFEW does not exist\. Say where/);
  });

  it("are no longer read once their signal is aborted", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await assert.rejects(read(await dfew("00001", "00003"), { signal }), /enough/);
  });
});
