import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readRegularFileSync } from "../../../files/readRegularFile.js";
import * as tf from "@tensorflow/tfjs-core";
import type { Model, WeightValues, Weights } from "../../model/model.js";
import { decodeSafetensors, encodeSafetensors } from "../../model/safetensors.js";
import type { LoopState } from "../loopState.js";
import type { Optimizer } from "../optimizer.js";
import { makeFolder, writeAtomically } from "../../../files/writeAtomically.js";
import { parseObject } from "../../../contracts/runs/jsonLines.js";

const slotPrefix = "optimizer/";
const kept = 2;

/** A snapshot of a training. */
export interface Checkpoint {
  readonly file: string;
  /** The model's weights. */
  readonly weights: Weights;
  /** The optimizer's slots, in the order of tfjs. */
  readonly slots: Weights;
  readonly state: LoopState;
  /** The number of events before the checkpoint. */
  readonly events: number;
}

/** Writes a checkpoint, then removes all but the newest two. @returns the file */
export function writeCheckpoint(
  folder: string,
  model: Model,
  optimizer: Optimizer | null,
  state: LoopState,
  events: number,
): string {
  makeFolder(folder);
  const slots = [...(optimizer?.slots ?? [])].map(
    ([name, slot]) => [slotPrefix + name, valuesOf(slot)] as const,
  );
  const metadata = { format: "aen-checkpoint-1", state: JSON.stringify(state), events: String(events) };
  const file = path.join(folder, checkpointName(state));
  writeAtomically(file, encodeSafetensors(new Map([...model.weights(), ...slots]), metadata));
  for (const old of checkpointFiles(folder).slice(0, -kept)) rmSync(old, { force: true });
  return file;
}

/** The newest readable checkpoint; `onDamaged` is called for those that are not. */
export function readNewestCheckpoint(
  folder: string,
  onDamaged: (message: string) => void,
): Checkpoint | null {
  const damaged: [file: string, why: string][] = [];
  let found: Checkpoint | null = null;
  for (const file of checkpointFiles(folder).reverse()) {
    try {
      found = readCheckpoint(file);
      break;
    } catch (error) {
      damaged.push([file, (error as Error).message]);
    }
  }
  const instead = found ? "the previous one is used" : "no other can be read, so the run starts over";
  for (const [file, why] of damaged) onDamaged(`The checkpoint "${file}" cannot be read; ${instead}: ${why}`);
  return found;
}

/** @throws RangeError saying what is wrong with the file */
export function readCheckpoint(file: string): Checkpoint {
  const { weights, metadata } = decodeSafetensors(readRegularFileSync(file));
  if (metadata.format !== "aen-checkpoint-1") throw new RangeError(`"${file}" is not a checkpoint of a run.`);
  const all = [...weights];
  const slots = all.filter(([name]) => name.startsWith(slotPrefix));
  return {
    file,
    weights: new Map(all.filter(([name]) => !name.startsWith(slotPrefix))),
    slots: new Map(slots.map(([name, values]) => [name.slice(slotPrefix.length), values])),
    state: stateOf(file, metadata.state),
    events: Number(metadata.events),
  };
}

function stateOf(file: string, text: string | undefined): LoopState {
  const state = parseObject(text ?? "");
  if (state) return state as LoopState;
  throw new RangeError(`The checkpoint "${file}" does not say how far the training had come.`);
}

/** Restores a checkpoint's slots into an optimizer of the same kind. */
export function restoreSlots(optimizer: Optimizer, slots: Weights): void {
  for (const [name, slot] of optimizer.slots) {
    const values = slots.get(name);
    if (!values) throw new RangeError(`The checkpoint has no "${name}" of the optimizer.`);
    tf.tidy(() => slot.assign(tf.tensor(values.data, slot.shape, "float32")));
  }
}

/** Checkpoint files from oldest to newest. */
function checkpointFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^[01]-\w+-\d+\.safetensors$/.test(name));
  return names.sort().map((name) => path.join(folder, name));
}

function checkpointName({ phase, updates }: LoopState): string {
  const order = phase === "pretraining" ? 0 : 1;
  return `${order}-${phase}-${String(updates).padStart(8, "0")}.safetensors`;
}

function valuesOf(variable: tf.Variable): WeightValues {
  return { shape: variable.shape, data: variable.dataSync().slice() as Float32Array };
}
