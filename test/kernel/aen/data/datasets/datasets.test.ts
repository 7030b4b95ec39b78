import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { choose, findPreset } from "../../../../../kernel/aen/data/datasets/fromDataset.js";
import { readDataset } from "../../../../../kernel/aen/data/datasets/readDataset.js";
import { describeDataset } from "../../../../../kernel/aen/data/datasets/datasetDescription.js";
import { clips } from "../../../../../kernel/aen/data/index.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { temporaryFolder } from "../video/testVideo.js";

describe("data sets by name", () => {
  const folder = temporaryFolder();
  function make(name: string, files: Record<string, string>): string {
    const root = path.join(folder, name);
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    }
    return root;
  }
  async function labels(name: string, root: string, part = {}): Promise<[string, string, string | null][]> {
    const preset = findPreset(name);
    return choose(preset, await readDataset(preset, root, part)).map(({ clip, label }) => [
      clip.path,
      dfewLabels.emotions[label],
      clip.identity,
    ]);
  }

  it("reads RAVDESS's file names and leaves calm and sound out", async () => {
    const names = ["02-01-06-01-02-01-12.mp4", "01-01-02-01-01-01-01.mp4", "01-01-08-02-01-02-24.mp4"];
    const files = [...names.map((name) => `Actor_12/${name}`), "Actor_12/03-01-03-01-01-01-12.wav"];
    const root = make("ravdess", Object.fromEntries(files.map((file) => [file, ""])));
    assert.deepEqual(await labels("ravdess", root), [
      ["Actor_12/01-01-08-02-01-02-24.mp4", "Surprise", "24"],
      ["Actor_12/02-01-06-01-02-01-12.mp4", "Fear", "12"],
    ]);
  });

  it("reads CREMA-D's file names", async () => {
    const root = make("crema", {
      "VideoFlash/1001_DFA_ANG_XX.flv": "",
      "VideoFlash/1091_IEO_HAP_HI.flv": "",
    });
    assert.deepEqual(await labels("CREMA-D", root), [
      ["VideoFlash/1001_DFA_ANG_XX.flv", "Angry", "1001"],
      ["VideoFlash/1091_IEO_HAP_HI.flv", "Happy", "1091"],
    ]);
  });

  it("reads MELD's table of utterances", async () => {
    const rows =
      'Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID\n1,"Oh, no",Ross,sadness,negative,0,2\n';
    const root = make("meld", { "dev_sent_emo.csv": rows });
    assert.deepEqual(await labels("MELD", root, { split: "validation" }), [
      ["dev_splits_complete/dia0_utt2.mp4", "Sad", "Ross"],
    ]);
  });

  it("finds MELD's videos below the folders that its archives unpack to", async () => {
    const rows = 'Sr No.,Utterance,Speaker,Emotion,Dialogue_ID,Utterance_ID\n1,"Oh, no",Ross,joy,0,2\n';
    const root = make("meld-raw", {
      "train/train_sent_emo.csv": rows,
      "train/train_splits/dia0_utt2.mp4": "x",
    });
    // found, and then refused as what it is
    await assert.rejects(
      clips.fromDataset("MELD", root, { faces: false }),
      /train_splits\/dia0_utt2\.mp4: this is not a video/,
    );
  });

  it("reads the folders of AFEW and CAER and keeps their splits apart", async () => {
    const afew = make("afew", { "Train_AFEW/Angry/000046280.avi": "", "Val_AFEW/Surprise/0001.avi": "" });
    assert.deepEqual(await labels("AFEW", afew, { split: "train" }), [
      ["Train_AFEW/Angry/000046280.avi", "Angry", null],
    ]);
    const caer = make("caer", { "train/Anger/0001.avi": "", "test/Fear/0002.avi": "" });
    assert.deepEqual(await labels("CAER", caer, { split: "test" }), [["test/Fear/0002.avi", "Fear", null]]);
  });

  it("reads FERV39k's list of labels by name", async () => {
    const root = make("ferv", {
      "4_setups/All_scenes/test_All.csv": "Action/Happy/0267 Happy\nWar/Fear/0003 Fear\n",
    });
    assert.deepEqual(await labels("FERV39k", root, { split: "test" }), [
      ["Action/Happy/0267", "Happy", null],
      ["War/Fear/0003", "Fear", null],
    ]);
  });

  it("opens DFEW's folders of frames for a fold", async () => {
    const root = make("dfew", { "label/single_testset_2.csv": "video_name,label\n12,7\n13,1\n" });
    for (const name of ["00012", "00013"]) {
      mkdirSync(path.join(root, "data", name), { recursive: true });
      const image = sharp({ create: { width: 2, height: 2, channels: 3, background: "blue" } });
      await image.toFile(path.join(root, "data", name, `${name}_00001.jpg`));
    }
    const set = await clips.fromDataset("DFEW", root, { split: "test", fold: 2 });
    assert.deepEqual(
      set.clips.map(({ label, frameCount }) => [label, frameCount]),
      [
        [6, 1],
        [0, 1],
      ],
    );
  });

  it("are shown as a table with what each leaves out", () => {
    const text = String(clips.datasets);
    assert.match(text, /RAVDESS +03 +04 +01 +05 +08 +07 +06 +02/);
    assert.match(text, /CREMA-D +HAP +SAD +NEU +ANG +– +DIS +FEA +–/);
  });

  it("have a description whose hash follows labels and frames, not places", async () => {
    const set = await clips.fromDataset("DFEW", path.join(folder, "dfew"), { split: "test", fold: 2 });
    const hash = describeDataset(set, { name: "a" }).contentHash;
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.equal(describeDataset(set, { name: "b" }).contentHash, hash);
    assert.notEqual(
      describeDataset(
        set.filter(({ label }) => label === 0),
        { name: "a" },
      ).contentHash,
      hash,
    );
  });
});
