import { readFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { gunzipSync, gzipSync } from "node:zlib";
import { writeAtomically } from "../../../files/writeAtomically.js";
import type { ClipSet } from "../../clips/clipSet.js";
import type { TrainPlan } from "../../training/trainOptions.js";
import { decodeSafetensors, encodeSafetensors } from "../../model/safetensors.js";
import type { BottomUpWeights } from "../bottomUpWeights.js";
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
import type { KnownModules } from "../../losses/portable/portableFunction.js";
import {
  termReader,
  TermWriter,
  type PortableTerm,
  type PortableTermFunction,
} from "../../losses/portable/portableTerms.js";

/** Training settings without what is written elsewhere; the arms of a study have no validation clips. */
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

interface PortablePlan extends Pick<StudyPlan, "id" | "name" | "seeds" | "beta" | "bottomUp" | "tasks"> {
  /** Plans of older versions have none. */
  readonly warnings?: StudyPlan["warnings"];
  readonly labels: PortableLabels;
  readonly arms: readonly PortableArm[];
  /** Indices into {@link PortableClips.sets}. */
  readonly folds: readonly { readonly train: number; readonly test: number }[];
  readonly functions: readonly PortableTermFunction[];
  /** The hash of the given bottom-up branch, also in the name of the file with its weights. */
  readonly givenBottomUp: string | null;
}

const planFile = "plan.json";
const clipsFile = "clips.v8.gz";

/**
 * Writes a plan so that {@link readPlan} can recreate it on another machine with the same files: settings and
 * functions as JSON, clips next to it.
 * @throws TypeError for a loss term that cannot be written, saying what to do
 */
export async function writePlan(plan: StudyPlan, folder: string): Promise<void> {
  const terms = new TermWriter();
  const clips = new ClipWriter();
  const { id, name, seeds, beta, bottomUp, givenBottomUp: given, tasks, warnings } = plan;
  const portable: PortablePlan = {
    ...{ id, name, seeds, beta, bottomUp, tasks, warnings, labels: portableLabels(plan.labels) },
    arms: plan.arms.map((arm) => writeArm(arm, terms, clips)),
    folds: plan.folds.map(({ train, test }) => ({ train: clips.add(train), test: clips.add(test) })),
    functions: terms.functions,
    givenBottomUp: given?.hash ?? null,
  };
  if (given) writeAtomically(bottomUpFile(folder, given.hash), encodeSafetensors(given.weights));
  writeAtomically(path.join(folder, clipsFile), gzipSync(serialize(await clips.write(folder))));
  writeAtomically(path.join(folder, planFile), JSON.stringify(portable, null, 2));
}

/**
 * Reads the plan in a folder.
 * @throws Error when the result is not what was written: other clips, another version of a function or of AEN
 */
export async function readPlan(folder: string, known: KnownModules): Promise<StudyPlan> {
  const portable = readPart(folder, planFile, (bytes) => JSON.parse(bytes.toString()) as PortablePlan);
  const clips = readPart(folder, clipsFile, (bytes) => deserialize(gunzipSync(bytes)) as PortableClips);
  const sets = await readClips(clips);
  const term = termReader(portable.functions, known);
  const { functions: _functions, ...plain } = portable;
  const plan: StudyPlan = {
    ...plain,
    warnings: plain.warnings ?? [],
    labels: labelsFrom(portable.labels),
    arms: portable.arms.map((arm) => readArm(arm, term, sets)),
    folds: portable.folds.map(({ train, test }) => ({ train: sets[train], test: sets[test] })),
    givenBottomUp: portable.givenBottomUp === null ? null : readBottomUp(folder, portable.givenBottomUp),
  };
  requireSame(plan);
  return plan;
}

/** @throws Error naming the file when it is missing, damaged or cut off */
function readPart<Part>(folder: string, name: string, read: (bytes: Buffer) => Part): Part {
  const file = path.join(folder, name);
  try {
    return read(readFileSync(file));
  } catch (error) {
    const why = (error as Error).message;
    throw new Error(
      `"${file}" is missing, damaged or cut off (${why}): restore it, or start the study again.`,
      { cause: error },
    );
  }
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
function readBottomUp(folder: string, hash: string): BottomUpWeights {
  return { weights: decodeSafetensors(readFileSync(bottomUpFile(folder, hash))).weights, hash };
}

/** A run's name is a hash of everything that determines its figures. */
function requireSame(plan: StudyPlan): void {
  const nameOf = runNames(plan);
  const other = plan.tasks.find((task) => nameOf(task) !== task.run);
  if (!other) return;
  const arm = plan.arms[other.arm].name;
  throw new Error(
    `The arm "${arm}" is not the one that was planned: on this node, the clips or the version of AEN ` +
      `Notebook differ. Submit the study again with the version that the nodes have.`,
  );
}
