import { LabelSet } from "../../../../kernel/aen/labels.js";
import type {
  RecordedVideo,
  TableRecord,
  TableSettings,
} from "../../../../kernel/aen/prediction/tableRecord.js";

/** Two emotions. */
export const twoLabels = new LabelSet(["Happy", "Sad"], { Good: ["Happy"], Bad: ["Sad"] });

export const settings: TableSettings = {
  ...{ weights: "w", size: 112, sampling: "even", frameOrder: "in time", beta: 0.3, allowIncomplete: false },
};

export const emptyRecord: TableRecord = {
  ...{ kind: "aen predictions", version: 1, started: "2026-01-31T12:00:00.123Z", settings },
  ...{ frames: { bytes: 0, sha256: "" }, clips: { sha256: "", before: null }, videos: [] },
};

/** An entry of a video in the current folder. */
export function videoEntry(file: string, failed: string | null = null): RecordedVideo {
  return { file, place: `/videos/${file}`, bytes: 1, changed: 2, row: `${file}\n`, failed, labelFiles: [] };
}
