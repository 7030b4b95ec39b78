import type { LabelSet } from "../../labels.js";
import type { Groups, PublishedGroups } from "./publishedGroups.js";

/** One clip of a data set, according to its files. */
export interface DatasetClip {
  /** File or folder, relative to the data set's folder. */
  readonly path: string;
  /** Other names that distributions give to the same clip. */
  readonly otherPaths?: readonly string[];
  /** The data set's own label, e.g. "06", "ANG", "joy". */
  readonly code: string;
  readonly identity: string | null;
  /** What else the data set's files say, by field of the clip's groups. */
  readonly groups?: Groups;
}

/** The clips that a data set's files name. */
export interface DatasetContents {
  readonly clips: readonly DatasetClip[];
  /** Sentences on what was found and not taken. */
  readonly remarks: readonly string[];
}

/** A part of a data set, as its authors divided it. */
export type Split = "train" | "validation" | "test";

/** Where a data set keeps its clips and labels. */
export type DatasetLayout =
  /**
   * Video files whose names contain label and identity: groups "label" and "identity" of the pattern, and one for each
   * of the data set's variants. Of two files with one name, one is taken.
   */
  | { readonly kind: "names"; readonly pattern: RegExp }
  /**
   * One folder per emotion: group "label" of the pattern, which is matched against the path. A clip is of the split
   * after which the nearest of its folders is named.
   */
  | {
      readonly kind: "folders";
      readonly pattern: RegExp;
      readonly splitNames: Readonly<Record<Split, RegExp>>;
    }
  /** Label files with one row per clip. */
  | {
      readonly kind: "table";
      /** The label file of a split (and fold), relative to the data set's folder; several are tried in turn. */
      readonly files: (split: Split, fold: number) => readonly string[];
      readonly clip: (row: Readonly<Record<string, string>>, split: Split) => DatasetClip;
      /** The field separator; files without a header name their columns here. */
      readonly delimiter?: string;
      readonly columns?: readonly string[];
      /** A second list, of all emotions that a clip was given, where a distribution has it. */
      readonly severalEmotions?: SeveralEmotions;
    };

/** A list of clips with several emotions each, which become the field "emotions" of the clips' groups. */
export interface SeveralEmotions {
  /** Relative to the data set's folder; several are tried in turn. */
  readonly files: readonly string[];
  /** Reads a line; null for one that names no clip. */
  readonly read: (line: string) => { readonly path: string; readonly emotions: readonly string[] } | null;
}

/** A choice between recordings of one performance, or between kinds of performance. */
export interface Variant {
  /** What its codes in file names mean. */
  readonly codes: Readonly<Record<string, string>>;
  /** The code that is taken unless another is asked for. */
  readonly usual: string;
}

/** A published data set: where its labels are and how they map onto the seven emotions. */
export interface PublishedDataset {
  readonly name: string;
  readonly layout: DatasetLayout;
  /** For each of its labels the emotion, by DFEW's names; null for a label outside the seven. */
  readonly labelMap: Readonly<Record<string, string | null>>;
  /** What its labels refer to; DFEW's seven emotions by default. */
  readonly labels?: LabelSet;
  /** The splits that it comes with, which share no clip, and where that is from; none where it comes whole. */
  readonly splits: Readonly<Partial<Record<Split, string>>>;
  /** Number of cross-validation folds; 0 if none. */
  readonly folds: number;
  /** What its clips show of people, for splits by clip: what repeats although nothing names it; null where all name theirs. */
  readonly repeats: string | null;
  /** Clips with fewer frames are left out, as in the readers of its published results. @default 1 */
  readonly atLeast?: number;
  /** Choices that its file names encode, by the name of their option. */
  readonly variants?: Readonly<Partial<Record<"modality" | "channel", Variant>>>;
  /** What its files say of its clips and people; only of data sets whose file names say everything. */
  readonly groups?: PublishedGroups;
  /** Where its distributions keep the clips named in label files, relative to the data set's folder. */
  readonly clipFolders?: readonly string[];
  /** Where file names and label codes are documented. */
  readonly source: string;
}
