import { parseObject } from "./jsonLines.js";

/**
 * The content of `run.json`, for any kind of run. Everything is optional: files from other versions, or edited by
 * hand, are shown as far as they can be read.
 */
export interface RunFile {
  /** "aen-run-1" for a run that can be resumed. */
  readonly format?: string;
  readonly id?: string;
  /** ISO 8601. */
  readonly started?: string;
  readonly device?: string;
  readonly data?: {
    readonly train?: RecordedClips | string;
    readonly validate?: RecordedClips | null;
  } | null;
  /** The settings in which it differs from its preset; absent in records of earlier versions. */
  readonly changes?: readonly ChangedSetting[];
  /** Set for runs of a study, which also report their state in their events. */
  readonly state?: "running" | "finished" | "failed";
  /** Why a run of a study failed. */
  readonly message?: string;
}

/** A setting, such as "model.frames" or "loss.energy", in the preset and in the run; null where one has none. */
export interface ChangedSetting {
  readonly setting: string;
  readonly preset: unknown;
  readonly run: unknown;
}

/** The number of clips and a hash that identifies them. */
export interface RecordedClips {
  readonly clips: number;
  readonly hash: string;
}

/** @returns null when the text of `run.json` is truncated or is not an object */
export function parseRunFile(text: string): RunFile | null {
  return parseObject(text);
}
