import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RunRecord } from "../../../extension/runs/runRecord.js";
import type { StudyRecord } from "../../../extension/runs/studyRecord.js";
import type { ClipPrediction } from "../../../kernel/contracts/clipPrediction.js";
import { noNotes } from "../../../kernel/contracts/runs/runNotes.js";

/** A run that has finished, as the tree has read it. */
export const runRecord = (id: string, more: Partial<RunRecord> = {}): RunRecord => ({
  ...{ id, folder: `/w/.aen/runs/${id}`, state: "finished", epoch: 5, seconds: 61.4, settings: {}, ...more },
});

/** A study of two arms and one seed, of which nothing has finished. */
export const studyRecord = (more: Partial<StudyRecord> = {}): StudyRecord => ({
  ...{
    kind: "study",
    id: "s1",
    folder: "/w/.aen/studies/s1",
    name: "Which term helps",
    board: null,
    notes: noNotes,
  },
  plan: {
    seeds: [1],
    arms: [
      { name: "base", settings: [], terms: [{ name: "energy", weight: 0.1 }] },
      { name: "without energy", settings: ["frames: 8"], terms: [] },
    ],
    runs: [
      { arm: 0, seed: 1, fold: 0, run: "s1-base" },
      { arm: 1, seed: 1, fold: 0, run: "s1-without" },
    ],
  },
  ...more,
});

/** Two emotions in two groups, as `run.json` names them. */
export const twoEmotions = { emotions: ["Happy", "Sad"], groups: { Positive: ["Happy"], Negative: ["Sad"] } };

/** A prediction for a clip of one of {@link twoEmotions}. */
export const prediction = (clip: string, label: number, named: number): ClipPrediction => {
  const scores = named === 0 ? [-0.1, -3] : [-3, -0.1];
  return {
    ...{ clip, label, frameNumbers: [0] },
    ...{ clipLogProbabilities: scores, sentimentLogProbabilities: scores, emotionLogProbabilities: scores },
  };
};

/** Writes files of a record: texts as they are, anything else as JSON. @returns the folder */
export function writeRecord(folder: string, files: Readonly<Record<string, unknown>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return folder;
}

/** `events.jsonl` of a training with these validation rates, and its end. */
export function eventsText(rates: readonly number[]): string {
  const epochs = rates.map((uar, index) => ({
    ...{
      type: "epoch",
      phase: "training",
      epoch: index + 1,
      epochs: rates.length,
      seconds: index,
      loss: 1 / (index + 1),
    },
    ...{
      terms: {},
      clipsPerSecond: 1,
      best: true,
      validation: { uar, war: uar, sentimentUar: uar, sentimentWar: uar },
    },
  }));
  const all = [{ type: "start", device: "cpu" }, ...epochs, { type: "end", state: "finished", seconds: 9 }];
  return all.map((event) => `${JSON.stringify(event)}\n`).join("");
}
