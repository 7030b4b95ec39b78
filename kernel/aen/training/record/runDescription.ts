import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import type { ClipSet } from "../../data/clipSet.js";
import type { DatasetDescription } from "../../data/datasets/datasetFile.js";
import type { LossTerm } from "../../losses/lossTerm.js";
import type { ModelConfiguration } from "../../model/configuration.js";
import type { Model } from "../../model/model.js";
import type { TrainPlan } from "../trainOptions.js";

/** `run.json`: all that is needed to understand a run and to go on with it. */
export interface RunDescription {
  readonly format: "aen-run-1";
  readonly id: string;
  readonly started: string;
  /** The code that started the run, where it is known. */
  readonly source: string | null;
  readonly model: {
    readonly configuration: ModelConfiguration;
    readonly seed: number;
    readonly emotions: readonly string[];
    readonly groups: Readonly<Record<string, readonly string[]>>;
  };
  readonly plan: Omit<TrainPlan, "loss" | "validate" | "pretraining" | "record"> & {
    readonly pretraining: Omit<NonNullable<TrainPlan["pretraining"]>, "stills"> | null;
  };
  readonly loss: readonly { readonly name: string; readonly weight: number; readonly code: string }[];
  readonly data: {
    readonly train: DataDescription;
    readonly validate: DataDescription | null;
    /** Stills of their own for the pretraining; null where the training clips' frames served. */
    readonly stills?: DataDescription | null;
  };
  readonly versions: Readonly<Record<string, string>>;
  readonly machine: { readonly platform: string; readonly processors: string; readonly memoryGiB: number };
  /** Null outside of a repository. */
  readonly git: { readonly commit: string; readonly changed: boolean } | null;
}

export interface DataDescription {
  readonly clips: number;
  readonly hash: string;
  /** Where the clips are from, for clips of a described data set. */
  readonly dataset?: DatasetDescription;
}

export function describeRun(
  run: { id: string; started: Date; initialModel: Model; clips: ClipSet; plan: TrainPlan },
  source: string | null,
): RunDescription {
  const { initialModel: model, plan } = run;
  const { loss, validate, pretraining, record: _record, ...settings } = plan;
  const { configuration, seed, labels } = model;
  const names = (emotions: readonly number[]) => emotions.map((emotion) => labels.emotions[emotion]);
  const groups = labels.groups.map(({ name, emotions }) => [name, names(emotions)] as const);
  return {
    format: "aen-run-1",
    id: run.id,
    started: run.started.toISOString(),
    source,
    model: { configuration, seed, emotions: labels.emotions, groups: Object.fromEntries(groups) },
    plan: { ...settings, pretraining: pretraining && withoutStills(pretraining) },
    loss: loss.map(describeTerm),
    data: {
      train: describeData(run.clips),
      validate: validate && describeData(validate),
      stills: pretraining?.stills ? describeData(pretraining.stills) : null,
    },
    versions: packageVersions(),
    machine: {
      platform: `${os.platform()} ${os.release()} ${os.arch()}`,
      processors: `${os.cpus().length} x ${os.cpus()[0]?.model ?? "unknown"}`,
      memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    },
    git: gitState(),
  };
}

export function describeData(clips: ClipSet): DataDescription {
  const { dataset } = clips;
  return { clips: clips.length, hash: clips.contentHash, ...(dataset && { dataset }) };
}

function describeTerm({ name, weight, value }: LossTerm) {
  return { name, weight, code: value.toString() };
}

function withoutStills({ stills: _stills, ...rest }: NonNullable<TrainPlan["pretraining"]>) {
  return rest;
}

function packageVersions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  const versions: Record<string, string> = { node: process.versions.node };
  for (const name of ["@tensorflow/tfjs-core", "onnxruntime-node"]) {
    try {
      const folder = path.dirname(require.resolve(name)).split(`${path.sep}dist`)[0];
      const manifest = readFileSync(path.join(folder, "package.json"), "utf8");
      versions[name] = (JSON.parse(manifest) as { version: string }).version;
    } catch {
      versions[name] = "unknown";
    }
  }
  return versions;
}

function gitState(): RunDescription["git"] {
  const git = (...words: string[]) =>
    execFileSync("git", words, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 5000,
    }).trim();
  try {
    return { commit: git("rev-parse", "HEAD"), changed: git("status", "--porcelain", "-uno") !== "" };
  } catch {
    return null;
  }
}
