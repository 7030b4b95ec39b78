import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LabelSet } from "../../../../../kernel/aen/labels.js";
import {
  clipsFromClassFolders,
  type ClassFolderOptions,
} from "../../../../../kernel/aen/sources/annotations/fromClassFolders.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { frameFolder } from "../frameFolder.js";

describe("the clips of a folder for each emotion", () => {
  const folder = temporaryFolder();
  async function folders(...clips: string[]): Promise<string> {
    const root = mkdtempSync(path.join(folder, "root-"));
    for (const clip of clips) await frameFolder(path.join(root, clip), 2);
    return root;
  }
  async function read(root: string, options?: ClassFolderOptions) {
    const set = await clipsFromClassFolders(root, options);
    return set.clips.map(({ id, label }) => [path.relative(root, id), label]);
  }

  it("have the label that their folder is named after, and are sorted by path", async () => {
    const root = await folders("SAD/b", "SAD/a", "Happy/c", "angry/d");
    assert.deepEqual(await read(root), [
      ["Happy/c", 0],
      ["SAD/a", 1],
      ["SAD/b", 1],
      ["angry/d", 3],
    ]);
  });

  it("have the label that their folder is mapped to; a folder mapped to null is left out", async () => {
    const root = await folders("Happy/a", "wut/b", "other/c");
    const labelMap = { wut: "Angry", other: null };
    assert.deepEqual(await read(root, { labelMap }), [
      ["Happy/a", 0],
      ["wut/b", 3],
    ]);
    await assert.rejects(
      read(root, { labelMap: { other: null } }),
      /wut: "wut" is not one of the labels 0 Happy/,
    );
    await assert.rejects(read(await folders("constructor/a")), /"constructor" is not one of the labels/);
  });

  it("have labels of the given label set", async () => {
    const labels = new LabelSet(["Calm", "Tense"], { all: ["Calm", "Tense"] });
    assert.deepEqual(await read(await folders("tense/a"), { labels }), [["tense/a", 1]]);
  });

  it("may lie behind links to folders", async function () {
    if (process.platform === "win32") return this.skip();
    const kept = await folders("joy/a", "joy/b", "b");
    const root = await folders("Sad/c");
    symlinkSync(path.join(kept, "joy"), path.join(root, "Happy"));
    symlinkSync(path.join(kept, "b"), path.join(root, "Sad", "d"));
    assert.deepEqual(await read(root), [
      ["Happy/a", 0],
      ["Happy/b", 0],
      ["Sad/c", 1],
      ["Sad/d", 1],
    ]);
  });

  it("must not be behind a broken link: they would be missing silently", async function () {
    if (process.platform === "win32") return this.skip();
    const root = await folders("Sad/c");
    symlinkSync(path.join(root, "unplugged"), path.join(root, "Happy"));
    await assert.rejects(read(root), { name: "DataError", message: /Happy: this link leads nowhere/ });
  });

  it("may lack one behind a broken link, which is left out by name", async function () {
    if (process.platform === "win32") return this.skip();
    const root = await folders("Sad/c");
    symlinkSync(path.join(root, "unplugged"), path.join(root, "Sad", "d"));
    await assert.rejects(read(root), /d: it is a link to .*unplugged, which is not there/);
    for (const pattern of [undefined, "{label}/*"]) {
      const set = await clipsFromClassFolders(root, { onProblem: "skip", pattern });
      assert.deepEqual([set.length, set.leftOut.map(({ clip }) => clip)], [1, ["Sad/d"]]);
    }
  });

  it("are neither hidden nor files of another kind", async () => {
    const root = await folders("Happy/a", "Happy/.trash", ".git/b");
    writeFileSync(path.join(root, "readme.txt"), "x");
    writeFileSync(path.join(root, "Happy", "notes.txt"), "x");
    assert.deepEqual(await read(root), [["Happy/a", 0]]);
    writeFileSync(path.join(root, "Happy", "v.MP4"), "x");
    await assert.rejects(read(root), /v\.MP4: this is not a video/, "a video is not passed over");
  });

  it("name people and groups by a pattern, in file names or in folders at any depth", async () => {
    const named = async (root: string, pattern: string | RegExp) =>
      (await clipsFromClassFolders(root, { pattern })).clips.map(({ label, identity, groups }) => [
        ...[label, identity, groups],
      ]);
    const flat = await folders("Sad/P1_a", "Happy/P2_a");
    for (const pattern of ["{identity}_*", /(?<identity>P\d)_/])
      assert.deepEqual(await named(flat, pattern), [
        [0, "P2", undefined],
        [1, "P1", undefined],
      ]);
    const deep = await folders("men/P1/Sad/a", "women/P2/Happy/b");
    assert.deepEqual(await named(deep, "{sex}/{identity}/{label}/*"), [
      [1, "P1", { sex: "men" }],
      [0, "P2", { sex: "women" }],
    ]);
    await frameFolder(path.join(deep, "P3", "c"), 1);
    await assert.rejects(
      named(deep, "{sex}/{identity}/{label}/*"),
      /c: "P3\/c" does not fit the pattern \{sex\}\/\{identity\}\/\{label\}\/\*\. Move it, or widen/,
    );
  });

  it("must include at least one, in a folder that exists", async () => {
    const root = await folders();
    mkdirSync(path.join(root, "Happy"));
    await assert.rejects(read(root), /it contains no clips\. Expected folders named Happy, Sad/);
    await assert.rejects(read(path.join(root, "gone")), /there is no such folder of emotion folders/);
  });
});
