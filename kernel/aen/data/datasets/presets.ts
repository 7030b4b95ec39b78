/** One clip of a data set, as its files tell. */
export interface DatasetClip {
  /** File or folder, relative to the data set's folder. */
  readonly path: string;
  /** The label as the data set has it, e.g. "06", "ANG", "joy". */
  readonly code: string;
  readonly identity: string | null;
}

/** Where a data set keeps its clips and labels. */
export type DatasetLayout =
  /** Video files whose name holds label and identity: groups "label" and "identity" of the pattern. */
  | { readonly kind: "names"; readonly pattern: RegExp }
  /** A folder for each emotion: group "label" of the pattern, which is matched against the path. */
  | { readonly kind: "folders"; readonly pattern: RegExp; readonly splits: Readonly<Record<string, RegExp>> }
  /** Label files, each row a clip. */
  | {
      readonly kind: "table";
      /** The label file of a split (and fold), relative to the data set's folder; several are tried in turn. */
      readonly files: (split: "train" | "validation" | "test", fold: number) => readonly string[];
      readonly clip: (row: Readonly<Record<string, string>>, split: string) => DatasetClip;
      /** Separates fields; files without a heading name their columns here. */
      readonly delimiter?: string;
      readonly columns?: readonly string[];
    };

/** A published data set: where its labels are and how they map onto the seven emotions. */
export interface DatasetPreset {
  readonly name: string;
  readonly layout: DatasetLayout;
  /** For each of its labels the emotion by DFEW's names; null where the label is none of the seven. */
  readonly labelMap: Readonly<Record<string, string | null>>;
  /** Folds for cross-validation; 0 where it has none. */
  readonly folds: number;
  /** Where file names and label codes are described. */
  readonly source: string;
}

const named = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const seven = named("Happy", "Sad", "Neutral", "Angry", "Surprise", "Disgust", "Fear");

/** The data sets that are known by name. */
export const datasetPresets: readonly DatasetPreset[] = [
  {
    name: "DFEW",
    folds: 5,
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
      files: (split, fold) => {
        const part = split === "train" ? "train" : "test";
        return [
          `EmoLabel_DataSplit/${part}(single-labeled)/set_${fold}.csv`,
          `label/single_${part}set_${fold}.csv`,
        ];
      },
      clip: (row) => {
        const number = (row.video_name ?? "").replace(/\.\w+$/, "").padStart(5, "0");
        return { path: number, code: row.label ?? row.annotation ?? "", identity: null };
      },
    },
    source:
      "EmoLabel_DataSplit with columns video_name and label (1 to 7), folders Clip/clip_224x224 and _16f: " +
      "checked against github.com/sunlicai/MAE-DFER, preprocess/dfew.py; label/ is another mirror's, not checked",
  },
  {
    name: "FERV39k",
    folds: 0,
    labelMap: seven,
    layout: {
      kind: "table",
      files: (split) => {
        const part = split === "train" ? "train" : "test";
        return [
          `4_setups/All_scenes/${part}_All.csv`,
          `EmoLabel/EmoLabel/${part}_All.csv`,
          `${part}_All.csv`,
        ];
      },
      clip: (row) => ({ path: row.path ?? "", code: row.label ?? "", identity: null }),
      delimiter: " ",
      columns: ["path", "label"],
    },
    source:
      "4_setups/All_scenes, `path label` with labels by name, clips in 2_ClipsforFaceCrop: checked against " +
      "github.com/sunlicai/MAE-DFER, preprocess/ferv39k.py; the other places of the label file are not checked",
  },
  {
    name: "AFEW",
    folds: 0,
    labelMap: seven,
    layout: {
      kind: "folders",
      pattern: /(?:^|\/)(?<label>Angry|Disgust|Fear|Happy|Neutral|Sad|Surprise)\/[^/]+\.(?:avi|mp4)$/i,
      splits: { train: /train/i, validation: /val/i, test: /test/i },
    },
    source:
      "folders Angry to Surprise below train_afew and val_afew: checked against github.com/Open-Debin/Emotion-FAN, " +
      "data/face/readme.md; file names of the videos in them are not checked",
  },
  {
    name: "CAER",
    folds: 0,
    labelMap: { ...seven, Anger: "Angry" },
    layout: {
      kind: "folders",
      pattern: /(?:^|\/)(?<label>Anger|Disgust|Fear|Happy|Neutral|Sad|Surprise)\/[^/]+\.(?:avi|mp4)$/i,
      splits: { train: /(?:^|\/)train\//i, validation: /(?:^|\/)validation\//i, test: /(?:^|\/)test\//i },
    },
    source:
      "train/Anger/0001.avi: checked against public scripts that read CAER; " +
      "the name of the validation folder follows the paper (Lee et al., ICCV 2019) and is not checked",
  },
  {
    name: "MELD",
    folds: 0,
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
        identity: row.Speaker || null,
      }),
    },
    source:
      "columns Emotion, Speaker, Dialogue_ID, Utterance_ID: github.com/declare-lab/MELD, README; folders of MELD.Raw, " +
      "below train, dev and test or not: checked against public scripts that read them",
  },
  {
    name: "RAVDESS",
    folds: 0,
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
      pattern: /(?:^|\/)0[12]-0[12]-(?<label>\d\d)-\d\d-\d\d-\d\d-(?<identity>\d\d)\.(?:mp4|flv|avi)$/i,
    },
    source:
      "Livingstone and Russo, PLoS ONE 2018, doi 10.1371/journal.pone.0196391 (02 is calm; 03-* has no picture)",
  },
  {
    name: "CREMA-D",
    folds: 0,
    labelMap: { ANG: "Angry", DIS: "Disgust", FEA: "Fear", HAP: "Happy", NEU: "Neutral", SAD: "Sad" },
    layout: {
      kind: "names",
      pattern:
        /(?:^|\/)(?<identity>\d{4})_[A-Z]{3}_(?<label>ANG|DIS|FEA|HAP|NEU|SAD)_(?:LO|MD|HI|XX|X)\.(?:flv|mp4|avi)$/i,
    },
    source: "Cao et al., IEEE TAFFC 2014; github.com/CheyneyComputerScience/CREMA-D, README",
  },
];

const meldFolders: Readonly<Record<string, string>> = {
  train: "train_splits",
  validation: "dev_splits_complete",
  test: "output_repeated_splits_test",
};
