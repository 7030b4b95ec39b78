import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { mapLabels, findPublished } from "../../../../../kernel/aen/sources/datasets/fromDataset.js";
import type { PublishedDataset } from "../../../../../kernel/aen/sources/datasets/publishedDataset.js";
import { readDataset } from "../../../../../kernel/aen/sources/datasets/readDataset.js";
import { publishedDatasets } from "../../../../../kernel/aen/sources/datasets/publishedDatasets.js";
import { clips } from "../../../../../kernel/aen/sources/index.js";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { frameFolder } from "../frameFolder.js";
import { drawVideo, temporaryFolder } from "../video/testVideo.js";

/** The emotions that a data set has no label for, because its authors have none; all others have all seven. */
const absent: Readonly<Record<string, readonly string[]>> = {
  "CREMA-D": ["Surprise"], // its actors were not asked for it
};

/** What is wrong with the emotions that a data set labels, and what to do; null where nothing is. */
function faultOfEmotions({ name, labelMap }: Pick<PublishedDataset, "name" | "labelMap">): string | null {
  const file = "test/kernel/aen/sources/datasets/publishedDatasets.test.ts";
  const listed = absent[name] ?? [];
  const missing = dfewLabels.emotions.filter((emotion) => !Object.values(labelMap).includes(emotion));
  const unlisted = missing.filter((emotion) => !listed.includes(emotion));
  const present = listed.filter((emotion) => !missing.includes(emotion));
  if (unlisted.length > 0) {
    const line = `${name}: ${JSON.stringify(missing)}`;
    return (
      `${name} has no label for ${unlisted.join(", ")}. If its authors have none either, add a line to absent in ` +
      `${file}: ${line}. If not, complete its labelMap.`
    );
  }
  return present.length > 0
    ? `${name} has a label for ${present.join(", ")}: remove it from absent in ${file}.`
    : null;
}

describe("each published data set", () => {
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
    const preset = findPublished(name);
    const { emotions } = preset.labels ?? dfewLabels;
    return mapLabels(preset, (await readDataset(preset, root, part)).clips).flatMap(({ clip, label }) =>
      label === null ? [] : [[clip.path, emotions[label], clip.identity]],
    );
  }

  it("takes each performance of RAVDESS once: speech, picture alone, neither calm nor sound", async () => {
    const names = ["06-01-02-01-12", "02-01-01-01-01", "08-02-01-02-24"];
    const kinds = ["01-01", "02-01", "01-02", "02-02", "03-01"];
    const files = kinds.flatMap((kind) => names.map((name) => `Actor_12/${kind}-${name}.mp4`));
    const copies = ["Video_Speech_Actor_12/Actor_12/02-01-06-01-02-01-12.mp4", "z/02-01-08-02-01-02-24.avi"];
    const root = make("ravdess", Object.fromEntries([...files, ...copies].map((file) => [file, ""])));
    const of = (...kinds: string[]) =>
      kinds.flatMap((kind) => [
        [`Actor_12/${kind}-06-01-02-01-12.mp4`, "Fear", "12"],
        [`Actor_12/${kind}-08-02-01-02-24.mp4`, "Surprise", "24"],
      ]);
    assert.deepEqual(await labels("ravdess", root), of("02-01"));
    assert.deepEqual(await labels("ravdess", root, { modality: "01" }), of("01-01"));
    assert.deepEqual(await labels("ravdess", root, { channel: "02" }), of("02-02"));
    assert.deepEqual(await labels("ravdess", root, { channel: "all" }), of("02-01", "02-02"));
    const { remarks } = await readDataset(findPublished("RAVDESS"), root);
    assert.deepEqual(remarks, [
      "9 videos of RAVDESS are of another modality or channel than asked for.",
      "2 videos of RAVDESS have the name of another one and are not read again.",
    ]);
    await assert.rejects(
      labels("RAVDESS", root, { modality: "03" }),
      /"02" \(.*picture alone\); there is no "03"/,
    );
    await assert.rejects(labels("MELD", root, { channel: "01" }), /MELD has no channel/);
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

  it("gives the clips of RAVDESS and CREMA-D the groups of their people", async () => {
    const ravdess = path.join(folder, "ravdess people");
    const crema = make("crema people", {
      "VideoDemographics.csv":
        '"ActorID","Age","Sex","Race","Ethnicity"\n1001,51,"Male","Asian","Hispanic"\n',
    });
    for (const file of [`${ravdess}/Actor_12/02-01-06-02-02-01-12.mp4`, `${crema}/1001_DFA_ANG_LO.mp4`]) {
      mkdirSync(path.dirname(file), { recursive: true });
      drawVideo(file, 2);
    }
    const groups = async (name: string, root: string) =>
      (await clips.fromDataset(name, root, { faces: false })).clips.map((clip) => clip.groups);
    assert.deepEqual(await groups("RAVDESS", ravdess), [
      { sex: "woman", intensity: "strong", channel: "speech" },
    ]);
    assert.deepEqual(await groups("CREMA-D", crema), [
      { intensity: "low", sex: "man", age: "50 and older", race: "Asian", ethnicity: "Hispanic" },
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
      clips.fromDataset("MELD", root, { faces: false, onProblem: "stop" }),
      /train_splits\/dia0_utt2\.mp4: this is not a video/,
    );
  });

  it("opens MELD as published: a missing and a broken video cost themselves, and are named", async () => {
    const head = "Sr No.,Utterance,Speaker,Emotion,Dialogue_ID,Utterance_ID\n";
    const row = (dialogue: number, utterance: number) => `1,Hi,Ross,joy,${dialogue},${utterance}\n`;
    const root = make("meld published", {
      "dev_sent_emo.csv": head + row(110, 7) + row(0, 0),
      "train_sent_emo.csv": head + row(125, 3) + row(0, 0),
      "train_splits/dia125_utt3.mp4": "broken",
      "dev_splits_complete/none.txt": "",
    });
    for (const folder of ["train_splits", "dev_splits_complete"])
      drawVideo(path.join(root, folder, "dia0_utt0.mp4"), 3);
    for (const [split, missing, reason] of [
      ["validation", "dev_splits_complete/dia110_utt7.mp4", /is not in .*Say where its clips are/],
      ["train", "train_splits/dia125_utt3.mp4", /this is not a video/],
    ] as const) {
      const set = await clips.fromDataset("MELD", root, { split, faces: false });
      assert.equal(set.length, 1);
      assert.equal(set.leftOut.length, 1);
      assert.equal(set.leftOut[0].clip, missing);
      assert.match(set.leftOut[0].reason, reason);
      await assert.rejects(
        clips.fromDataset("MELD", root, { split, faces: false, onProblem: "stop" }),
        reason,
      );
    }
  });

  it("reads MAFW's lists with its eleven emotions, or with seven", async () => {
    const root = make("mafw", {
      "Train & Test Set/single/no_caption/set_2/test.txt": "00001.mp4 anger\n00002.mp4 anxiety\n",
    });
    for (const name of ["00001", "00002"]) await frameFolder(path.join(root, "data/frames", name), 16);
    const part = { split: "test", fold: 2 } as const;
    const set = await clips.fromDataset("MAFW", root, part);
    assert.deepEqual(
      set.clips.map(({ label }) => set.labels.emotions[label!]),
      ["Angry", "Anxiety"],
    );
    assert.equal(set.labels.emotions.length, 11);
    const seven = await clips.fromDataset("MAFW", root, { ...part, labelSet: dfewLabels });
    assert.deepEqual(
      [seven.clips.map(({ label }) => label), seven.leftOut.map(({ clip }) => clip)],
      [[3], ["00002"]],
    );
  });

  it("keeps all emotions that MAFW's second list gives a clip, by whatever place it has", async () => {
    const root = make("mafw with several", {
      "Train & Test Set/single/no_caption/set_1/train.txt": "00001.mp4 anger\n00002.mp4 fear\n",
      "caption-label/multi_label.txt":
        "00002.mp4\tfear_sadness_anxiety\t<br>...\t<br>A woman_in a doorway\n20045.mp4\tanger_disgust\t<br>\n",
    });
    for (const name of ["00001", "00002"]) await frameFolder(path.join(root, "data/frames", name), 16);
    const set = await clips.fromDataset("MAFW", root, { split: "train", fold: 1 });
    assert.deepEqual(
      set.clips.map(({ label, groups }) => [set.labels.emotions[label!], groups?.emotions]),
      [
        ["Angry", undefined],
        ["Fear", "fear, sadness, anxiety"],
      ],
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

  it("takes AFEW's and CAER's training clips unless told otherwise, and each clip by the nearest folder", async () => {
    const afew = make("training data", {
      "Train_AFEW/Angry/1.avi": "",
      "training/Val_AFEW/Sad/test.avi": "",
      "Test_AFEW/Happy/train.avi": "",
      "more/Fear/1.avi": "",
    });
    const paths = async (name: string, root: string, part?: object) =>
      (await labels(name, root, part)).map(([clip]) => clip);
    assert.deepEqual(await paths("AFEW", afew), ["Train_AFEW/Angry/1.avi"]);
    assert.deepEqual(await paths("AFEW", afew, { split: "validation" }), ["training/Val_AFEW/Sad/test.avi"]);
    const { remarks } = await readDataset(findPublished("AFEW"), afew);
    assert.deepEqual(remarks, ["1 videos lie in the folder of no split and are not read."]);
    assert.deepEqual(await paths("AFEW", path.join(afew, "Train_AFEW")), ["Angry/1.avi"]);
    const caer = make("all caer", { "CAER/train/Anger/1.avi": "", "CAER/test/Fear/1.avi": "" });
    assert.deepEqual(await paths("CAER", caer), ["CAER/train/Anger/1.avi"]);
    await assert.rejects(
      labels("CAER", caer, { split: "validation" }),
      /no video of CAER.*split "validation"/,
    );
  });

  it("maps each of its own labels to one of the seven emotions or to none", () => {
    for (const { name, labelMap, labels: own } of publishedDatasets) {
      const emotions = Object.values(labelMap).filter((emotion) => emotion !== null);
      const known = own?.emotions ?? dfewLabels.emotions;
      for (const emotion of emotions) assert.ok(known.includes(emotion), `${name}: ${emotion}`);
    }
  });

  it("has labels for all seven emotions, but for those listed as absent", () => {
    for (const dataset of publishedDatasets) assert.equal(faultOfEmotions(dataset), null);
    assert.deepEqual(
      Object.keys(absent).filter((name) => !publishedDatasets.some((dataset) => dataset.name === name)),
      [],
    );
  });

  it("is refused with fewer, or with one listed as absent, and told where to say so", () => {
    const six = { ...findPublished("CREMA-D").labelMap };
    assert.equal(
      faultOfEmotions({ name: "INVENTED", labelMap: six }),
      "INVENTED has no label for Surprise. If its authors have none either, add a line to absent in " +
        'test/kernel/aen/sources/datasets/publishedDatasets.test.ts: INVENTED: ["Surprise"]. ' +
        "If not, complete its labelMap.",
    );
    assert.equal(
      faultOfEmotions({ name: "CREMA-D", labelMap: { ...six, SUR: "Surprise" } }),
      "CREMA-D has a label for Surprise: remove it from absent in " +
        "test/kernel/aen/sources/datasets/publishedDatasets.test.ts.",
    );
  });

  it("numbers DFEW's emotions as SPEC.md does, from one", () => {
    const { labelMap } = findPublished("DFEW");
    dfewLabels.emotions.forEach((emotion, index) => assert.equal(labelMap[index + 1], emotion));
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
    const set = await clips.fromDataset("DFEW", root, { split: "test", fold: 2, atLeast: 1 });
    assert.deepEqual(
      set.clips.map(({ label, frameCount }) => [label, frameCount]),
      [
        [6, 1],
        [0, 1],
      ],
    );
  });
});
