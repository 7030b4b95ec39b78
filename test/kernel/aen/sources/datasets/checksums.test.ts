import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Clip } from "../../../../../kernel/aen/clips/clip.js";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import {
  changesSince,
  checksumsOf,
  withChecksums,
} from "../../../../../kernel/aen/sources/datasets/checksums.js";
import { describeDataset } from "../../../../../kernel/aen/sources/datasets/describeDataset.js";
import { notesDuring } from "../../notes.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the checksums of clips", () => {
  const folder = temporaryFolder();
  const file = (name: string) => path.join(folder, name);
  function clip(id: string, ...names: string[]): Clip {
    const known = { id, label: null, identity: null, frameCount: 1, frameRate: null, truth: null };
    const contentFiles = () => Promise.resolve(names.map(file));
    return { ...known, contentFiles, read: () => Promise.reject(new Error("no frames")) };
  }
  const clips = [clip("abc", "abc.txt"), clip("two", "abc.txt", "empty.txt")];

  beforeEach(() => {
    writeFileSync(file("abc.txt"), "abc");
    writeFileSync(file("empty.txt"), "");
  });

  it("are SHA-256 over the SHA-256 of their files, shortened", async () => {
    const digest = (...parts: string[]) =>
      createHash("sha256")
        .update(Buffer.from(parts.join(""), "hex"))
        .digest("hex");
    // SHA-256 of "abc" and of nothing: NIST, Secure Hash Standard, examples
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert.deepEqual((await checksumsOf(clips)).checksums, {
      abc: digest(abc).slice(0, 16),
      two: digest(abc, nothing).slice(0, 16),
    });
  });

  it("tell which clips have changed or are gone, at the same size, too", async () => {
    const { checksums } = await checksumsOf(clips);
    assert.deepEqual(changesSince(checksums, await checksumsOf(clips)), []);
    writeFileSync(file("abc.txt"), "abd");
    rmSync(file("empty.txt"));
    const changes = changesSince(checksums, await checksumsOf(clips));
    assert.deepEqual(
      changes.map((change) => change.clip),
      ["two", "abc"],
    );
    assert.match(changes[0].reason, /ENOENT.*empty\.txt/);
    const [, fewer] = changesSince(checksums, await checksumsOf([clips[0]]));
    assert.deepEqual(fewer, { clip: "two", reason: "it is gone" });
  });

  it("leave out clips that cannot be read, which are told", async () => {
    const set = new ClipSet([...clips, clip("gone", "gone.txt")], dfewLabels);
    const notes = await notesDuring(async () => {
      const { checksums } = await withChecksums(describeDataset(set, { name: "x" }), set);
      assert.deepEqual(Object.keys(checksums!), ["abc", "two"]);
    });
    assert.match(notes.join(), /1 of 3 clips cannot be read\. The first, gone: ENOENT/);
  });
});
