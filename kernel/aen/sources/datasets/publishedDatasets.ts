import { mafwLabels } from "./mafwLabels.js";
import { personNamed } from "../labels/personNamed.js";
import type { PublishedDataset, Split } from "./publishedDataset.js";
import { cremaGroups, ravdessGroups } from "./publishedGroups.js";

const named = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const seven = named("Happy", "Sad", "Neutral", "Angry", "Surprise", "Disgust", "Fear");

/** The data sets known by name. */
export const publishedDatasets: readonly PublishedDataset[] = [
  {
    name: "DFEW",
    splits: {
      train: "train(single-labeled)/set_k.csv of fold k",
      test: "test(single-labeled)/set_k.csv of fold k; the published result is the mean over five tests (SPEC.md, section 7)",
    },
    folds: 5,
    repeats: "DFEW names no people, and one person can be in several clips",
    atLeast: 16,
    clipFolders: [
      "data",
      ...["Clip/clip_224x224", "clip_224x224"].flatMap((folder) => [
        `${folder}/clip_224x224`,
        folder,
        `${folder}_16f`,
        `${folder}_avi`,
      ]),
      "Clip/jpg_256",
      "Clip/original",
      "original",
    ],
    labelMap: {
      1: "Happy",
      2: "Sad",
      3: "Neutral",
      4: "Angry",
      5: "Surprise",
      6: "Disgust",
      7: "Fear",
      0: null,
    },
    layout: {
      kind: "table",
      files: (split, fold) => [
        `EmoLabel_DataSplit/${split}(single-labeled)/set_${fold}.csv`,
        `label/single_${split}set_${fold}.csv`,
      ],
      clip: (row) => {
        const number = (row.video_name ?? "").replace(/\.\w+$/, "");
        const otherPaths = [String(Number(number))];
        return {
          path: number.padStart(5, "0"),
          otherPaths,
          code: row.label ?? row.annotation ?? "",
          identity: null,
        };
      },
    },
    source:
      "EmoLabel_DataSplit with columns video_name and label (1 to 7), folders Clip/clip_224x224 and _16f: " +
      "checked against github.com/sunlicai/MAE-DFER, preprocess/dfew.py, which takes the test part for validation, since " +
      "there is none; clip_224x224 and numbers in five digits: github.com/zengqunzhao/DFER-CLIP, " +
      "annotation/preprocess_annotation.py; Clip/original/1.mp4 and clip_224x224_avi are not checked; label/ is another mirror's, not checked",
  },
  {
    name: "FERV39k",
    splits: {
      train: "train_All.csv of the setup All_scenes",
      test: "test_All.csv of the setup All_scenes",
    },
    folds: 0,
    repeats: "FERV39k names no people, and one person can be in several clips",
    atLeast: 16,
    clipFolders: ["2_ClipsforFaceCrop"],
    labelMap: seven,
    layout: {
      kind: "table",
      files: (split) => [
        `4_setups/All_scenes/${split}_All.csv`,
        `EmoLabel/EmoLabel/${split}_All.csv`,
        `${split}_All.csv`,
      ],
      clip: (row) => ({ path: row.path ?? "", code: row.label ?? "", identity: null }),
      delimiter: " ",
      columns: ["path", "label"],
    },
    source:
      "4_setups/All_scenes, `path label` with labels by name, clips in 2_ClipsforFaceCrop: checked against " +
      "github.com/sunlicai/MAE-DFER, preprocess/ferv39k.py; the other places of the label file are not checked",
  },
  {
    name: "MAFW",
    splits: {
      train: "single/no_caption/set_k/train.txt of fold k",
      test: "single/no_caption/set_k/test.txt of fold k",
    },
    folds: 5,
    repeats: "MAFW names no people, and one person can be in several clips",
    atLeast: 16,
    labels: mafwLabels,
    clipFolders: ["data/faces", "data/frames", "data/clips", "faces", "frames", "clips"],
    labelMap: {
      anger: "Angry",
      disgust: "Disgust",
      fear: "Fear",
      happiness: "Happy",
      neutral: "Neutral",
      sadness: "Sad",
      surprise: "Surprise",
      contempt: "Contempt",
      anxiety: "Anxiety",
      helplessness: "Helplessness",
      disappointment: "Disappointment",
    },
    layout: {
      kind: "table",
      files: (split, fold) =>
        ["Train & Test Set", "split", "Train_Test_Set"].map(
          (folder) => `${folder}/single/no_caption/set_${fold}/${split}.txt`,
        ),
      clip: (row) => {
        const number = (row.path ?? "").replace(/\.\w+$/, "");
        return { path: number, otherPaths: [row.path ?? ""], code: row.label ?? "", identity: null };
      },
      delimiter: " ",
      columns: ["path", "label"],
      severalEmotions: {
        files: ["caption-label", "caption-label/multi_Set", "Labels", "."].map(
          (folder) => `${folder}/multi_label.txt`,
        ),
        read: (line) => {
          const found = /^(\d+)(?:\.\w+)?\s+([a-z]+(?:_[a-z]+)*)(?:\s|$)/.exec(line);
          return found && { path: found[1], emotions: found[2].split("_") };
        },
      },
    },
    source:
      "lines of file and label in single/no_caption/set_k, frames in data/frames: checked against " +
      "github.com/sunlicai/MAE-DFER, preprocess/mafw.py, which takes the test part for validation, since there is none; " +
      "data/faces: github.com/zengqunzhao/DFER-CLIP, annotation/MAFW_set_1_test.txt; data/clips is not " +
      "checked; lines `20045.mp4 anger_disgust_anxiety ...` of multi_label.txt, in caption-label: the data set's README at " +
      "github.com/MAFW-database/MAFW, its folder not checked; counts of votes are in none of these files",
  },
  {
    name: "AFEW",
    splits: {
      train: "the folders below a folder whose name contains train",
      validation: "the folders below a folder whose name contains val; test has no public labels",
    },
    folds: 0,
    repeats: "AFEW names no people, and one person can be in several clips",
    labelMap: seven,
    layout: {
      kind: "folders",
      pattern: /(?:^|\/)(?<label>Angry|Disgust|Fear|Happy|Neutral|Sad|Surprise)\/[^/]+\.(?:avi|mp4)$/i,
      splitNames: { train: /train/i, validation: /val/i, test: /test/i },
    },
    source:
      "folders Angry to Surprise below train_afew and val_afew: checked against github.com/Open-Debin/Emotion-FAN, " +
      "data/face/readme.md; no labels for test: github.com/albanie/mcnDatasets, afew3.0/README.md; file names of the " +
      "videos in them are not checked",
  },
  {
    name: "CAER",
    splits: {
      train: "the folders below train",
      validation: "the folders below validation",
      test: "the folders below test",
    },
    folds: 0,
    repeats: "CAER names no people, and one person can be in several clips",
    labelMap: { ...seven, Anger: "Angry" },
    layout: {
      kind: "folders",
      pattern: /(?:^|\/)(?<label>Anger|Disgust|Fear|Happy|Neutral|Sad|Surprise)\/[^/]+\.(?:avi|mp4)$/i,
      splitNames: { train: /^train$/i, validation: /^validation$/i, test: /^test$/i },
    },
    source:
      "train/Anger/0001.avi: checked against public scripts that read CAER; " +
      "the name of the validation folder follows the paper (Lee et al., ICCV 2019) and is not checked",
  },
  {
    name: "MELD",
    splits: {
      train: "train_sent_emo.csv, videos in train_splits",
      validation: "dev_sent_emo.csv, videos in dev_splits_complete",
      test: "test_sent_emo.csv, videos in output_repeated_splits_test",
    },
    folds: 0,
    repeats: null,
    clipFolders: ["train", "dev", "test", "MELD.Raw", "MELD.Raw/train", "MELD.Raw/dev", "MELD.Raw/test"],
    labelMap: {
      joy: "Happy",
      sadness: "Sad",
      neutral: "Neutral",
      anger: "Angry",
      surprise: "Surprise",
      disgust: "Disgust",
      fear: "Fear",
    },
    layout: {
      kind: "table",
      files: (split) => {
        const part = split === "validation" ? "dev" : split;
        return [`${part}_sent_emo.csv`, `${part}/${part}_sent_emo.csv`, `data/MELD/${part}_sent_emo.csv`];
      },
      clip: (row, split) => ({
        path: `${meldFolders[split]}/dia${row.Dialogue_ID}_utt${row.Utterance_ID}.mp4`,
        code: (row.Emotion ?? "").toLowerCase(),
        identity: personNamed(row.Speaker),
      }),
    },
    source:
      "columns Emotion, Speaker, Dialogue_ID, Utterance_ID: github.com/declare-lab/MELD, README; folders of MELD.Raw, " +
      "below train, dev and test or not: checked against public scripts that read them; as published, the video of " +
      "dev dia110_utt7 is missing, that of train dia125_utt3 is broken (both are skipped and named), and files named " +
      "final_videos_testdia* stand beside those that the table names and are not read",
  },
  {
    name: "RAVDESS",
    splits: {},
    folds: 0,
    repeats: null,
    variants: {
      modality: {
        codes: { "01": "sound and picture", "02": "the same performance, picture alone" },
        usual: "02",
      },
      channel: { codes: { "01": "speech", "02": "song" }, usual: "01" },
    },
    labelMap: {
      "01": "Neutral",
      "02": null,
      "03": "Happy",
      "04": "Sad",
      "05": "Angry",
      "06": "Fear",
      "07": "Disgust",
      "08": "Surprise",
    },
    layout: {
      kind: "names",
      pattern:
        /(?:^|\/)(?<modality>0[12])-(?<channel>0[12])-(?<label>\d\d)-(?<intensity>\d\d)-\d\d-\d\d-(?<identity>\d\d)\.(?:mp4|flv|avi)$/i,
    },
    groups: ravdessGroups,
    source:
      "Livingstone and Russo, PLoS ONE 2018, doi 10.1371/journal.pone.0196391 (02 is calm; 03-* has no picture)",
  },
  {
    name: "CREMA-D",
    splits: {},
    folds: 0,
    repeats: null,
    labelMap: { ANG: "Angry", DIS: "Disgust", FEA: "Fear", HAP: "Happy", NEU: "Neutral", SAD: "Sad" },
    layout: {
      kind: "names",
      pattern:
        /(?:^|\/)(?<identity>\d{4})_[A-Z]{3}_(?<label>ANG|DIS|FEA|HAP|NEU|SAD)_(?<intensity>LO|MD|HI|XX|X)\.(?:flv|mp4|avi)$/i,
    },
    groups: cremaGroups,
    source:
      "Cao et al., IEEE TAFFC 2014; github.com/CheyneyComputerScience/CREMA-D, README and VideoDemographics.csv",
  },
];

const meldFolders: Readonly<Record<Split, string>> = {
  train: "train_splits",
  validation: "dev_splits_complete",
  test: "output_repeated_splits_test",
};
