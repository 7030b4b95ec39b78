import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readRun } from "../../../extension/runs/runRecord.js";
import { decodeSafetensors, encodeSafetensors } from "../../../kernel/aen/model/safetensors.js";
import { readTableRecord } from "../../../kernel/aen/prediction/tableRecord.js";
import { readDescription } from "../../../kernel/aen/sources/datasets/descriptionFile.js";
import { readTable } from "../../../kernel/aen/sources/labels/labelTable.js";
import { readCheckpoint } from "../../../kernel/aen/training/record/checkpoint.js";
import { exportHtml } from "../../../kernel/notebook/html/exportHtml.js";
import { readNotebook } from "../../../kernel/notebook/notebookFile.js";
import type { Random } from "../../../kernel/random/random.js";
import { mutatedBytes, mutatedJson } from "./mutations.js";

/** One reader of files: damaged or crafted files to it, and what it does with them. */
export interface Reader {
  readonly what: string;
  readonly ending: string;
  make(random: Random): Buffer;
  read(file: string): unknown;
}

const values = new Map([
  ["a", { shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) }],
  ["slot.b", { shape: [1], data: Float32Array.of(7) }],
]);
const weights = encodeSafetensors(values, { note: "n" });
const checkpoint = encodeSafetensors(values, {
  ...{
    format: "aen-checkpoint-1",
    events: "3",
    state: JSON.stringify({ phase: "training", epoch: 1, step: 2 }),
  },
});

const notebook = {
  ...{ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec: { name: "aen", display_name: "AEN" } } },
  cells: [
    { cell_type: "markdown", id: "a", metadata: {}, source: ["# Title\n", "text"] },
    {
      ...{
        cell_type: "code",
        id: "b",
        metadata: { tags: ["parameters"] },
        execution_count: 1,
        source: "1 + 1",
      },
      outputs: [
        { output_type: "stream", name: "stdout", text: ["a\n"] },
        {
          output_type: "execute_result",
          execution_count: 1,
          metadata: {},
          data: { "text/plain": "2", "image/png": "AAAA" },
        },
        { output_type: "error", ename: "E", evalue: "v", traceback: ["\u001b[31mE\u001b[0m"] },
      ],
    },
  ],
};

const description = {
  ...{ format: "aen-dataset-1", name: "n", labels: { emotions: ["a", "b"], groups: { x: ["a"], y: ["b"] } } },
  ...{
    source: { format: "import", path: ".", people: { a: "p" } },
    clips: [{ id: "a", label: "a", frames: 3 }],
  },
};

const record = {
  ...{ kind: "aen predictions", version: 1, started: "2024-01-01", settings: { weights: "w" } },
  ...{
    frames: { bytes: 3, sha256: "a" },
    clips: { sha256: "b", before: null },
    videos: [{ file: "v", rows: 1 }],
  },
};

const run = {
  ...{ format: "aen-run-1", id: "r", started: "2024-01-01T00:00:00Z", device: "cpu" },
  ...{ data: { train: { clips: 3, hash: "h" }, validate: null }, training: { epochs: 2, seed: 1 } },
};

const events = [
  { type: "start", run: "r", device: "cpu", seconds: 0, keptEvents: 0 },
  {
    type: "epoch",
    phase: "training",
    epoch: 1,
    epochs: 2,
    seconds: 1,
    loss: 1,
    validation: { uar: 0.5, war: 0.5 },
  },
  { type: "end", state: "finished", seconds: 2 },
];

const table = 'clip;label;person\na.mp4;happiness;p1\nb.mp4;"sad;ness";p2\n';

export const readers: readonly Reader[] = [
  {
    ...{ what: "weights (safetensors)", ending: ".safetensors" },
    make: (random) => mutatedBytes(random, weights),
    read: (file) => decodeSafetensors(readFileSync(file)),
  },
  {
    ...{ what: "checkpoints", ending: ".safetensors" },
    make: (random) => mutatedBytes(random, checkpoint),
    read: readCheckpoint,
  },
  {
    ...{ what: "notebooks, and their pages", ending: ".ipynb" },
    make: (random) => mutatedJson(random, notebook),
    read: async (file) => exportHtml(await readNotebook(file), `${file}.html`),
  },
  {
    ...{ what: "descriptions of data sets", ending: ".json" },
    make: (random) => mutatedJson(random, description),
    read: readDescription,
  },
  {
    ...{ what: "label tables", ending: ".csv" },
    make: (random) => mutatedBytes(random, Buffer.from(table)),
    read: (file) => readTable(file),
  },
  {
    ...{ what: "records of predictions", ending: ".json" },
    make: (random) => mutatedJson(random, record),
    read: readTableRecord,
  },
  {
    ...{ what: "records of runs, in VS Code", ending: ".jsonl" },
    make: (random) =>
      Buffer.from([run, ...events].map((each) => mutatedJson(random, each).toString()).join("\n")),
    read: readRunOf,
  },
];

/** The first line is the settings, the others are events. */
async function readRunOf(file: string): Promise<void> {
  const folder = path.join(path.dirname(file), "run");
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, path.join(folder, "events.jsonl"));
  copyFileSync(file, path.join(folder, "run.json"));
  await readRun(folder);
}
