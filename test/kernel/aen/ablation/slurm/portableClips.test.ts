import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import {
  ClipWriter,
  labelsFrom,
  portableLabels,
  readClips,
} from "../../../../../kernel/aen/ablation/slurm/portableClips.js";
import { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { LabelSet } from "../../../../../kernel/aen/labels.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";
import { patternClips } from "../../training/patternClips.js";

/** What arrives where clips are sent: a copy of plain data. */
const sent = async (writer: ClipWriter, folder: string) => structuredClone(await writer.write(folder));

describe("clips that are sent to a node", () => {
  const folder = temporaryFolder();
  const made = patternClips(1);
  const faceSights = ["seen", "none", "none", "bridged"] as const;
  const facts = { contentKey: "recipe", frameRate: 25, truth: made.clips[0].truth, faceSights };
  const set = new ClipSet([{ ...made.clips[0], ...facts }, ...made.clips.slice(1)], made.labels);

  it("come back with all that they are known by, and with the same frames", async () => {
    const writer = new ClipWriter();
    assert.equal(writer.add(set), 0);
    const [read] = await readClips(await sent(writer, folder));
    assert.equal(read.contentHash, set.contentHash);
    for (const [i, clip] of read.clips.entries()) {
      const original = set.clips[i];
      for (const fact of [
        "id",
        "label",
        "identity",
        "frameCount",
        "frameRate",
        "truth",
        "faceSights",
        "contentKey",
      ] as const) {
        assert.deepEqual(clip[fact], original[fact], fact);
      }
      assert.deepEqual((await clip.read([3, 0])).data, (await original.read([3, 0])).data);
    }
  });

  it("are written once, however many sets have them, and still are one clip", async () => {
    const writer = new ClipWriter();
    const [few, others] = [set.filter((_, i) => i < 2), set.filter((_, i) => i > 0)];
    assert.deepEqual([writer.add(few), writer.add(others), writer.add(few)], [0, 1, 0]);
    const portable = await sent(writer, folder);
    assert.deepEqual([portable.clips.length, portable.sets.length], [7, 2]);
    const [first, second] = await readClips(portable);
    assert.equal(first.clips[1], second.clips[0]);
    assert.deepEqual([first.length, second.length], [2, 6]);
  });

  it("that a thread can open are sent as what it needs to open them, and no frame is written", async () => {
    const writer = new ClipWriter();
    writer.add(set);
    const opened = await readClips(await sent(writer, folder));
    const again = new ClipWriter();
    again.add(opened[0]);
    const other = path.join(folder, "other");
    const portable = await sent(again, other);
    assert.deepEqual(portable.clips[0].source, opened[0].clips[0].source);
    assert.throws(() => readdirSync(other), { code: "ENOENT" });
  });
});

describe("labels that are sent to a node", () => {
  it("keep the order of emotions and groups, and which belong together", () => {
    const labels = new LabelSet(["c", "a", "b"], { second: ["b", "c"], first: ["a"] });
    const portable = portableLabels(labels);
    assert.deepEqual(portable, { emotions: ["c", "a", "b"], groups: { second: ["b", "c"], first: ["a"] } });
    assert.deepEqual(labelsFrom(structuredClone(portable)), labels);
  });
});
