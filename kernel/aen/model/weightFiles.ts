import { readRegularFile } from "../../files/readRegularFile.js";
import { writeAtomically } from "../../files/writeAtomically.js";
import type { Model, WeightValues } from "./model.js";
import { fromPublishedNames } from "./publishedNames.js";
import { readPytorchCheckpoint } from "./pytorchCheckpoint.js";
import { decodeSafetensors, encodeSafetensors } from "./safetensors.js";

/** Writes a model's weights as safetensors, in the published order, named as in SPEC.md; creates missing folders. */
export async function saveWeights(model: Model, file: string): Promise<void> {
  const { configuration, labels } = model;
  const { emotions } = labels;
  const groups = labels.groups.map((group) => [group.name, group.emotions.map((index) => emotions[index])]);
  const metadata = {
    format: "aen-weights-1",
    configuration: JSON.stringify(configuration),
    emotions: JSON.stringify(emotions),
    groups: JSON.stringify(Object.fromEntries(groups)),
  };
  writeAtomically(file, encodeSafetensors(model.weights(), metadata));
}

/**
 * Reads weights from a safetensors file, a run's checkpoint, or a PyTorch checkpoint of the authors' code.
 * @throws RangeError naming the file and what is wrong with it
 */
export async function readWeights(file: string): Promise<Map<string, WeightValues>> {
  return (await readWeightFile(file)).weights;
}

/** What a file of weights holds. */
export interface WeightFile {
  readonly weights: Map<string, WeightValues>;
  /** What a safetensors file says of itself; null for a PyTorch checkpoint. */
  readonly metadata: Readonly<Record<string, string>> | null;
}

/** As {@link readWeights}, with what the file says of itself. */
export async function readWeightFile(file: string): Promise<WeightFile> {
  const bytes = await readRegularFile(file);
  try {
    const found = decoded(bytes);
    requireFinite(found.weights);
    return found;
  } catch (error) {
    throw new RangeError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

function decoded(bytes: Buffer): WeightFile {
  if (bytes.subarray(0, 2).toString() === "PK")
    return { weights: fromPublishedNames(readPytorchCheckpoint(bytes)), metadata: null };
  const { weights, metadata } = decodeSafetensors(bytes);
  const own = [...weights].filter(([name]) => !name.startsWith("optimizer/"));
  return { weights: new Map(own), metadata };
}

function requireFinite(weights: ReadonlyMap<string, WeightValues>): void {
  for (const [name, { data }] of weights) {
    const at = data.findIndex((value) => !Number.isFinite(value));
    if (at < 0) continue;
    throw new RangeError(
      `The weight "${name}" holds ${data[at]} (value ${at + 1} of ${data.length}), as after a training that diverged. ` +
        `Choose the file of an earlier epoch.`,
    );
  }
}

/**
 * Loads a file's weights into a model, see {@link readWeights}.
 * @param options `partial`: weights missing from the file stay unchanged
 * @throws RangeError when the weights do not fit the model; nothing is then changed
 */
export async function loadWeights(
  model: Model,
  file: string,
  options: { partial?: boolean } = {},
): Promise<Model> {
  model.setWeights(await readWeights(file), options);
  return model;
}
