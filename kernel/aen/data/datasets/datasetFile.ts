import type { ColumnMap } from "../lists/fromCsv.js";

/** Whether and how faces are cut out of videos; kept with a data set because it changes the frames. */
export interface FaceRecipe {
  /** @default true */
  readonly faces?: boolean;
  /** Height and width of a face in pixels. @default 112 */
  readonly size?: number;
  /** Frames per second to resample to. */
  readonly frameRate?: number;
}

/** Where the clips of a data set are and how they are read. Paths are relative to the description. */
export type DatasetSource =
  /** An annotation list, lines `path frames label`. */
  | {
      readonly format: "list";
      readonly path: string;
      readonly root?: string;
      /** The number of the first emotion in the list. @default 0 */
      readonly firstLabel?: number;
      /** Clips with fewer frames are dropped. @default 16 */
      readonly atLeast?: number;
    }
  /** A CSV table of videos or folders of frames. */
  | (FaceRecipe & {
      readonly format: "table";
      readonly path: string;
      readonly root?: string;
      readonly columns?: ColumnMap;
    })
  /** A folder for each emotion; folders that the label map gives null are dropped. */
  | (FaceRecipe & {
      readonly format: "class folders";
      readonly path: string;
      readonly labelMap?: Readonly<Record<string, string | null>>;
    })
  /** A published data set by its name; its label map and what it drops are `aen.clips.datasets`. */
  | (FaceRecipe & {
      readonly format: "published";
      readonly dataset: string;
      readonly path: string;
      readonly split?: "train" | "validation" | "test";
      readonly fold?: number;
      readonly clips?: string;
    })
  /** What `aen.clips.importVideos` wrote: `list.txt` and a record beside each folder of frames. */
  | {
      readonly format: "import";
      readonly path: string;
      /** Who is seen in a clip, by its id. */
      readonly people?: Readonly<Record<string, string>>;
    };

/** A data set in one small JSON file (`dataset.json`), and what a run record keeps of the data it was trained on. */
export interface DatasetDescription {
  readonly kind: "aen dataset";
  readonly version: 1;
  readonly name: string;
  /** Absent for clips that no file describes, e.g. synthetic ones. */
  readonly source?: DatasetSource;
  readonly clips: number;
  readonly frames: number;
  readonly emotions: readonly string[];
  /** Names of sentiment groups, with the emotions in each. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** The data set's own labels that stand for each emotion; absent where labels are numbers or names of emotions. */
  readonly labelMap?: Readonly<Record<string, string | null>>;
  /** Its own labels that are none of the emotions; clips with them are left out. */
  readonly drops: readonly string[];
  /** Clips of each emotion, in that order. */
  readonly counts: readonly number[];
  readonly unlabelled: number;
  readonly identities: number;
  /** {@link ClipSet.contentHash}. */
  readonly contentHash: string;
}

const text = { type: "string", minLength: 1 } as const;
const count = { type: "integer", minimum: 0 } as const;
const texts = { type: "array", items: text } as const;
const labelMap = { type: "object", additionalProperties: { type: ["string", "null"] } } as const;
const faceRecipe = {
  faces: { type: "boolean" },
  size: { type: "integer", minimum: 1 },
  frameRate: { type: "number", exclusiveMinimum: 0 },
} as const;
const columns = {
  type: "object",
  properties: { path: text, label: text, identity: text },
  additionalProperties: false,
} as const;

function sourceOf(format: string, required: readonly string[], properties: object) {
  return {
    type: "object",
    properties: { format: { const: format }, path: text, ...properties },
    required: ["format", ...required],
    additionalProperties: false,
  };
}

/** The JSON Schema (draft 7) of a description. */
export const datasetSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "A data set of AEN Notebook",
  type: "object",
  properties: {
    kind: { const: "aen dataset" },
    version: { const: 1 },
    name: text,
    source: {
      type: "object",
      required: ["format"],
      discriminator: { propertyName: "format" },
      oneOf: [
        sourceOf("list", ["path"], { root: text, firstLabel: { type: "integer" }, atLeast: count }),
        sourceOf("table", ["path"], { root: text, columns, ...faceRecipe }),
        sourceOf("class folders", ["path"], { labelMap, ...faceRecipe }),
        sourceOf("published", ["path", "dataset"], {
          dataset: text,
          split: { enum: ["train", "validation", "test"] },
          fold: { type: "integer", minimum: 1 },
          clips: text,
          ...faceRecipe,
        }),
        sourceOf("import", ["path"], { people: { type: "object", additionalProperties: text } }),
      ],
    },
    clips: count,
    frames: count,
    emotions: { ...texts, minItems: 2 },
    groups: { type: "object", additionalProperties: texts },
    labelMap,
    drops: texts,
    counts: { type: "array", items: count },
    unlabelled: count,
    identities: count,
    contentHash: { type: "string", pattern: "^[0-9a-f]{64}$" },
  },
  required: ["kind", "version", "name", "emotions", "groups", "contentHash", "clips"],
  additionalProperties: false,
} as const;
