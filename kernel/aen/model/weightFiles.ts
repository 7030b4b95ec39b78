import { readFile, writeFile } from "node:fs/promises";
import type { Model, WeightValues } from "./model.js";
import { fromPublishedNames } from "./publishedNames.js";
import { readPytorchCheckpoint } from "./pytorchCheckpoint.js";
import { decodeSafetensors, encodeSafetensors } from "./safetensors.js";

/** Writes a model's weights as safetensors, in the published order and with the names of SPEC.md. */
export async function saveWeights(model: Model, file: string): Promise<void> {
  const { configuration, labels } = model;
  const metadata = {
    format: "aen-weights-1",
    configuration: JSON.stringify(configuration),
    emotions: JSON.stringify(labels.emotions),
  };
  await writeFile(file, encodeSafetensors(model.weights(), metadata));
}

/**
 * Weights out of a safetensors file, a checkpoint of a run, or a PyTorch checkpoint of the authors' code.
 * @throws RangeError naming the file and what is wrong with it
 */
export async function readWeights(file: string): Promise<Map<string, WeightValues>> {
  const bytes = await readFile(file);
  try {
    if (bytes.subarray(0, 2).toString() === "PK") return fromPublishedNames(readPytorchCheckpoint(bytes));
    const weights = [...decodeSafetensors(bytes).weights];
    return new Map(weights.filter(([name]) => !name.startsWith("optimizer/")));
  } catch (error) {
    throw new RangeError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Gives a model the weights of a file, see {@link readWeights}.
 * @param options `partial`: weights that the file lacks stay as they are
 * @throws RangeError when the weights are not those of such a model; nothing is changed then
 */
export async function loadWeights(
  model: Model,
  file: string,
  options: { partial?: boolean } = {},
): Promise<Model> {
  model.setWeights(await readWeights(file), options);
  return model;
}
