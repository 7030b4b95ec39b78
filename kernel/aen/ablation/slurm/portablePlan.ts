import { readFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { gunzipSync, gzipSync } from "node:zlib";
import { writeWhole } from "../../../files/writeWhole.js";
import type { ClipSet } from "../../data/clipSet.js";
import type { TrainPlan } from "../../training/trainOptions.js";
import { decodeSafetensors, encodeSafetensors } from "../../model/safetensors.js";
import type { GivenBottomUp } from "../givenBottomUp.js";
import { runNames } from "../runNames.js";
import type { PlannedArm, StudyPlan } from "../studyPlan.js";
import {
  ClipWriter,
  labelsFrom,
  portableLabels,
  readClips,
  type PortableClips,
  type PortableLabels,
} from "./portableClips.js";
import type { KnownModules } from "./portableFunction.js";
import { termReader, TermWriter, type PortableTerm, type PortableTermFunction } from "./portableTerms.js";

/** The settings of a training without what is written elsewhere; the arms of a study validate on nothing. */
type PlainTraining = Omit<TrainPlan, "loss" | "validate" | "pretraining"> & {
  readonly validate: null;
  readonly pretraining:
    (Omit<NonNullable<TrainPlan["pretraining"]>, "stills"> & { stills: number | null }) | null;
};

interface PortableArm extends Pick<PlannedArm, "name" | "settings" | "configuration"> {
  readonly terms: readonly PortableTerm[];
  readonly labels: PortableLabels;
  readonly training: PlainTraining;
}

interface PortablePlan extends Pick<StudyPlan, "id" | "name" | "seeds" | "beta" | "backbone" | "tasks"> {
  readonly labels: PortableLabels;
  readonly arms: readonly PortableArm[];
  /** Places in {@link PortableClips.sets}. */
  readonly folds: readonly { readonly train: number; readonly test: number }[];
  readonly functions: readonly PortableTermFunction[];
  /** The hash of the given bottom-up branch, also in the name of the file with its weights. */
  readonly bottomUp: string | null;
}

const planFile = "plan.json";
const clipsFile = "clips.v8.gz";

/**
 * Writes a plan so that {@link readPlan} on another machine with the same files makes it again: settings and
 * functions as JSON, clips beside it.
 * @throws TypeError for a loss term that cannot be written, saying what to do
 */
export async function writePlan(plan: StudyPlan, folder: string): Promise<void> {
  const terms = new TermWriter();
  const clips = new ClipWriter();
  const { id, name, seeds, beta, backbone, tasks } = plan;
  const portable: PortablePlan = {
    ...{ id, name, seeds, beta, backbone, tasks, labels: portableLabels(plan.labels) },
    arms: plan.arms.map((arm) => writeArm(arm, terms, clips)),
    folds: plan.folds.map(({ train, test }) => ({ train: clips.add(train), test: clips.add(test) })),
    functions: terms.functions,
    bottomUp: plan.bottomUp?.hash ?? null,
  };
  if (plan.bottomUp) {
    writeWhole(bottomUpFile(folder, plan.bottomUp.hash), encodeSafetensors(plan.bottomUp.weights));
  }
  writeWhole(path.join(folder, clipsFile), gzipSync(serialize(await clips.write(folder))));
  writeWhole(path.join(folder, planFile), JSON.stringify(portable, null, 2));
}

/**
 * The plan in a folder.
 * @throws Error when what is made is not what was written: other clips, another version of a function or of AEN
 */
export async function readPlan(folder: string, known: KnownModules): Promise<StudyPlan> {
  const portable = JSON.parse(readFileSync(path.join(folder, planFile), "utf8")) as PortablePlan;
  const clips = deserialize(gunzipSync(readFileSync(path.join(folder, clipsFile)))) as PortableClips;
  const sets = await readClips(clips);
  const term = termReader(portable.functions, known);
  const { functions: _functions, ...plain } = portable;
  const plan: StudyPlan = {
    ...plain,
    labels: labelsFrom(portable.labels),
    arms: portable.arms.map((arm) => readArm(arm, term, sets)),
    folds: portable.folds.map(({ train, test }) => ({ train: sets[train], test: sets[test] })),
    bottomUp: portable.bottomUp === null ? null : readBottomUp(folder, portable.bottomUp),
  };
  requireSame(plan);
  return plan;
}

function writeArm(arm: PlannedArm, terms: TermWriter, clips: ClipWriter): PortableArm {
  const { name, settings, configuration, labels, training } = arm;
  const { loss: _loss, pretraining, ...plain } = training;
  const stills = pretraining?.stills ? clips.add(pretraining.stills) : null;
  return {
    ...{ name, settings, configuration, labels: portableLabels(labels) },
    terms: arm.terms.map((term) => terms.write(term)),
    training: { ...plain, validate: null, pretraining: pretraining && { ...pretraining, stills } },
  };
}

function readArm(
  { terms, labels, training, ...plain }: PortableArm,
  read: ReturnType<typeof termReader>,
  sets: readonly ClipSet[],
): PlannedArm {
  const { pretraining } = training;
  const stills = pretraining && pretraining.stills !== null ? sets[pretraining.stills] : null;
  const loss = terms.map(read);
  return {
    ...{ ...plain, terms: loss, labels: labelsFrom(labels) },
    training: { ...training, loss, pretraining: pretraining && { ...pretraining, stills } },
  };
}

function bottomUpFile(folder: string, hash: string): string {
  return path.join(folder, `bottom-up-${hash}.safetensors`);
}

/** The file carries a checksum of its values. */
function readBottomUp(folder: string, hash: string): GivenBottomUp {
  return { weights: decodeSafetensors(readFileSync(bottomUpFile(folder, hash))).weights, hash };
}

/** The name of a run is a hash over all that decides its figures. */
function requireSame(plan: StudyPlan): void {
  const nameOf = runNames(plan);
  const other = plan.tasks.find((task) => nameOf(task) !== task.run);
  if (!other) return;
  const arm = plan.arms[other.arm].name;
  throw new Error(
    `The arm "${arm}" is not here what it was where the study was planned: the clips or the version of AEN ` +
      `Notebook differ. Submit the study again with the version that the nodes have.`,
  );
}
