import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import { recordedOrigin, type RecordedOrigin } from "../../clips/clipOrigin.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { callingCell, type CallingCell } from "../../host/callingCell.js";
import type { RecordedClips, RunFile } from "../../../contracts/runs/runFile.js";
import type { DatasetDescription } from "../../clips/datasetDescription.js";
import type { ModelConfiguration } from "../../model/configuration.js";
import { productVersion } from "../../../files/packageRoot.js";
import { hasDrawnWeights } from "../../model/drawnWeights.js";
import type { Model } from "../../model/model.js";
import type { TrainPlan } from "../trainOptions.js";
import { changesToPreset } from "./changesToPreset.js";
import { recordTerm, type RecordedTerm } from "./recordedTerms.js";
import { gitState, type GitState } from "./gitState.js";

/** `run.json` of a training: everything needed to understand a run and to resume it. */
export interface RunDescription extends RunFile {
  readonly format: "aen-run-1";
  readonly id: string;
  readonly started: string;
  /** The code that started the run, if given. */
  readonly source: string | null;
  /** The cell that started the run; null outside a notebook. */
  readonly cell?: CallingCell | null;
  /** The folder that relative paths start from. */
  readonly folder?: string;
  readonly model: {
    readonly configuration: ModelConfiguration;
    readonly seed: number;
    readonly emotions: readonly string[];
    readonly groups: Readonly<Record<string, readonly string[]>>;
    /**
     * Whether the run began with the weights that the seed draws or with others, which are then in `start.safetensors`;
     * absent in records of earlier versions.
     */
    readonly start?: "drawn" | "given";
  };
  readonly plan: Omit<TrainPlan, "loss" | "validate" | "pretraining" | "record"> & {
    readonly pretraining: Omit<NonNullable<TrainPlan["pretraining"]>, "stills"> | null;
  };
  readonly loss: readonly RecordedTerm[];
  readonly data: {
    readonly train: DataDescription;
    readonly validate: DataDescription | null;
    /** Separate stills for the pretraining; null if it used the training clips' frames. */
    readonly stills?: DataDescription | null;
  };
  readonly versions: Readonly<Record<string, string>>;
  readonly machine: { readonly platform: string; readonly processors: string; readonly memoryGiB: number };
  /** Null outside a repository. */
  readonly git: GitState | null;
}

export interface DataDescription extends RecordedClips {
  /** The source of the clips, if they are from a described data set. */
  readonly dataset?: DatasetDescription;
  /** How to make the clips again; null for clips put together in code. Absent in records of earlier versions. */
  readonly origin?: RecordedOrigin | null;
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
    cell: callingCell(),
    folder: process.cwd(),
    model: {
      ...{ configuration, seed, emotions: labels.emotions, groups: Object.fromEntries(groups) },
      start: hasDrawnWeights(model) ? "drawn" : "given",
    },
    plan: { ...settings, pretraining: pretraining && withoutStills(pretraining) },
    loss: loss.map(recordTerm),
    changes: changesToPreset(configuration, plan),
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
  const { dataset, origin } = clips;
  const ids = clips.clips.map(({ id }) => id);
  return {
    ...{ clips: clips.length, hash: clips.contentHash, ...(dataset && { dataset }) },
    origin: origin && recordedOrigin(origin, ids),
  };
}

function withoutStills({ stills: _stills, ...rest }: NonNullable<TrainPlan["pretraining"]>) {
  return rest;
}

/** Which versions are other here than where a run began, e.g. "node 20.1.0 and goes on with 22.0.0". */
export function changedVersions({ versions }: RunDescription): string[] {
  const here = packageVersions();
  const changed = Object.keys(here).filter((name) => versions[name] && versions[name] !== here[name]);
  return changed.map((name) => `${name} ${versions[name]} and goes on with ${here[name]}`);
}

/** The versions of AEN Notebook, Node and what computes. */
export function packageVersions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  const versions: Record<string, string> = {
    "aen-notebook": productVersion,
    node: process.versions.node,
  };
  for (const name of ["@tensorflow/tfjs-core", "onnxruntime-node"]) {
    try {
      const manifest = readFileSync(require.resolve(`${name}/package.json`), "utf8");
      versions[name] = (JSON.parse(manifest) as { version: string }).version;
    } catch {
      versions[name] = "unknown";
    }
  }
  return versions;
}
