const text = { type: "string", minLength: 1 } as const;
const count = { type: "integer", minimum: 0 } as const;
const texts = { type: "array", items: text } as const;
const labelMap = { type: "object", additionalProperties: { type: ["string", "null"] } } as const;
const person = {
  anyOf: [{ enum: ["largest", "central", "left", "right"] }, { type: "integer", minimum: 1 }],
} as const;
const personByVideo = {
  anyOf: [...person.anyOf, { type: "object", additionalProperties: person }],
} as const;
const faceRecipe = {
  faces: { type: "boolean" },
  size: { type: "integer", minimum: 1 },
  frameRate: { type: "number", exclusiveMinimum: 0 },
  withoutFace: { enum: ["keep", "drop"] },
  allowIncomplete: { type: "boolean" },
  person,
} as const;
const listedClips = {
  atLeast: count,
  onProblem: { enum: ["stop", "skip"] },
  checkFrames: { type: "boolean" },
} as const;
const usedClips = { ...listedClips, faceShare: { type: "number", minimum: 0, maximum: 1 } } as const;
const labelRules = { labelMap, firstLabel: { type: "integer" } } as const;
const writtenLabels = {
  type: "object",
  additionalProperties: { anyOf: [{ type: "string" }, { type: "number" }, { type: "null" }] },
} as const;
const fields = { type: "object", additionalProperties: text } as const;
const remap = { type: "object", additionalProperties: text } as const;
const leftOut = {
  type: "array",
  items: {
    type: "object",
    properties: { clip: text, reason: text },
    required: ["clip", "reason"],
    additionalProperties: false,
  },
} as const;
const columns = {
  type: "object",
  properties: { path: text, label: text, identity: text },
  additionalProperties: false,
} as const;

/** What a table of recordings, or of labels of videos, may say. */
const rowsOfTable = {
  root: text,
  remap,
  columns,
  groups: texts,
  pattern: text,
  ...usedClips,
  ...labelRules,
  ...faceRecipe,
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
    version: { enum: [1, 2] },
    name: text,
    source: {
      type: "object",
      required: ["format"],
      discriminator: { propertyName: "format" },
      oneOf: [
        sourceOf("list", ["path"], { root: text, remap, pattern: text, ...listedClips, ...labelRules }),
        sourceOf("table", ["path"], rowsOfTable),
        sourceOf("videos", ["path"], {
          path: { anyOf: [text, { ...texts, minItems: 1 }] },
          labels: { anyOf: [text, writtenLabels] },
          ...rowsOfTable,
          person: personByVideo,
        }),
        sourceOf("class folders", ["path"], { pattern: text, ...usedClips, ...labelRules, ...faceRecipe }),
        sourceOf("published", ["path", "dataset"], {
          dataset: text,
          split: { enum: ["train", "validation", "test"] },
          fold: { type: "integer", minimum: 1 },
          modality: text,
          channel: text,
          perEmotion: count,
          clips: text,
          pattern: text,
          ...usedClips,
          ...faceRecipe,
        }),
        sourceOf("import", ["path"], {
          people: { type: "object", additionalProperties: text },
          person: personByVideo,
          groups: { type: "object", additionalProperties: fields },
        }),
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
    leftOut,
    identities: count,
    checksums: { type: "object", additionalProperties: { type: "string", pattern: "^[0-9a-f]{16}$" } },
    contentHash: { type: "string", pattern: "^[0-9a-f]{64}$" },
  },
  required: ["kind", "version", "name", "emotions", "groups", "contentHash", "clips"],
  additionalProperties: false,
} as const;
