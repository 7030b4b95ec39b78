import type { PersonByVideo, PersonChoice } from "../../contracts/personChoice.js";
import type { LeftOutClip } from "./leftOutClips.js";

/** The columns of a label table that describe a clip; names as in its header line, case-insensitive. */
export interface ColumnMap {
  /** The clip's file or folder. @default "path", "file", "video" or "clip" */
  readonly path?: string;
  /** Its emotion, by name or number. @default "label" or "emotion" */
  readonly label?: string;
  /** The person shown. @default "identity", "subject", "actor" or "speaker", if present */
  readonly identity?: string;
}

/** Whether and how faces are cropped from videos; kept with a data set because it changes the frames. */
export interface FaceRecipe {
  /** @default true */
  readonly faces?: boolean;
  /** Height and width of a face in pixels. @default 112 */
  readonly size?: number;
  /** Frame rate to resample to, in frames per second. */
  readonly frameRate?: number;
  /** Whether frames without a face are kept (black) or dropped. @default "keep" */
  readonly withoutFace?: "keep" | "drop";
  /** Use whatever can be decoded of a truncated video. */
  readonly allowIncomplete?: boolean;
  /** Whose face, where a video shows several people; without it that of the most prominent. */
  readonly person?: PersonChoice;
}

/** What paths say; kept with a data set because it changes the clips. */
export interface PathRule {
  /**
   * Names what stands where in a path, e.g. `"{identity}/{label}/*.mp4"`: the person, the emotion, or a field of
   * `clip.groups`. In the file a regular expression stands as "/.../".
   */
  readonly pattern?: string | RegExp;
}

/** How labels are read and which clips are used; kept with a data set because it changes the clips. */
export interface ClipRules {
  /** The data set's own labels and the emotion that each stands for; null leaves its clips out. */
  readonly labelMap?: Readonly<Record<string, string | null>>;
  /** The number of the first emotion, where labels are numbers. */
  readonly firstLabel?: number;
  /** Clips with fewer frames are left out. @default 16 for lists, 1 for others; a published data set has its own */
  readonly atLeast?: number;
  /** Clips of which a smaller share of frames shows a face are left out, 0 to 1. @default 0 in a description */
  readonly faceShare?: number;
  /** Whether a clip that cannot be used stops the reading. @default "skip" for published data sets, "stop" elsewhere */
  readonly onProblem?: "stop" | "skip";
  /** Whether every frame is looked at when the set is opened. @default false */
  readonly checkFrames?: boolean;
}

/** Where the clips of a data set are and how to read them. Paths are relative to the description's folder. */
export type DatasetSource =
  /** An annotation list with lines `path frames label`. */
  | (PathRule &
      Omit<ClipRules, "faceShare"> & {
        readonly format: "list";
        readonly path: string;
        readonly root?: string;
        /** For paths from another machine: a path prefix and its replacement. */
        readonly remap?: Readonly<Record<string, string>>;
      })
  /** A CSV table of videos or folders of frames. */
  | (FaceRecipe &
      PathRule &
      ClipRules & {
        readonly format: "table";
        readonly path: string;
        readonly root?: string;
        readonly remap?: Readonly<Record<string, string>>;
        readonly columns?: ColumnMap;
        /** Columns that say which groups a clip belongs to. */
        readonly groups?: readonly string[];
      })
  /** Videos by path or pattern, with labels from a table or by name. */
  | (Omit<FaceRecipe, "person"> &
      PathRule &
      ClipRules & {
        readonly format: "videos";
        readonly person?: PersonChoice | PersonByVideo;
        /** Paths or patterns, e.g. "videos/**\/*.mp4". */
        readonly path: string | readonly string[];
        /** A CSV table, or the emotion of each video by path, file name or name without extension. */
        readonly labels?: string | Readonly<Record<string, string | number | null>>;
        readonly root?: string;
        readonly remap?: Readonly<Record<string, string>>;
        readonly columns?: ColumnMap;
        /** Columns of the table that say which groups a clip belongs to. */
        readonly groups?: readonly string[];
      })
  /** One folder per emotion; folders that the label map sets to null are left out. */
  | (PathRule & FaceRecipe & ClipRules & { readonly format: "class folders"; readonly path: string })
  /** A published data set by name; `aen.clips.datasets` lists its label map and what it leaves out. */
  | (FaceRecipe &
      PathRule &
      Omit<ClipRules, "labelMap" | "firstLabel"> & {
        readonly format: "published";
        readonly dataset: string;
        readonly path: string;
        readonly split?: "train" | "validation" | "test";
        readonly fold?: number;
        readonly modality?: string;
        readonly channel?: string;
        readonly clips?: string;
        readonly perEmotion?: number;
      })
  /** The output of `aen.clips.importVideos`: `list.txt` and a record next to each folder of frames. */
  | {
      readonly format: "import";
      readonly path: string;
      /** The person shown in each clip, by clip id. */
      readonly people?: Readonly<Record<string, string>>;
      /** Whose face was cut out, by video; each clip's record keeps it, too. */
      readonly person?: PersonChoice | PersonByVideo;
      /** The groups that each clip belongs to, by clip id, e.g. `{ "S01_003": { sex: "woman" } }`. */
      readonly groups?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    };

/** A data set in one small JSON file (`dataset.json`), and what a run record keeps about its training data. */
export interface DatasetDescription {
  readonly kind: "aen dataset";
  /** 1 are files of versions whose ids, and so the hash, held the absolute path of the folder. */
  readonly version: 1 | 2;
  readonly name: string;
  /** Absent for clips that no file describes, e.g. synthetic ones. */
  readonly source?: DatasetSource;
  readonly clips: number;
  readonly frames: number;
  readonly emotions: readonly string[];
  /** Names of sentiment groups, with the emotions in each. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** The data set's own labels for each emotion; absent where labels are numbers or names of emotions. */
  readonly labelMap?: Readonly<Record<string, string | null>>;
  /** Its own labels that match none of the emotions; clips with them are dropped. */
  readonly drops: readonly string[];
  /** Number of clips per emotion, in that order. */
  readonly counts: readonly number[];
  readonly unlabelled: number;
  /** The clips that the source names and that are not among these, with the reasons. */
  readonly leftOut?: readonly LeftOutClip[];
  readonly identities: number;
  /** `ClipSet.contentHash`: over relative paths, numbers of frames, sizes, labels, people and groups. */
  readonly contentHash: string;
  /** By clip id, a checksum of all bytes of its files; in the file only, not in records of runs. */
  readonly checksums?: Readonly<Record<string, string>>;
}
