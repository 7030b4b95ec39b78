import { dfewLabels, LabelSet } from "../labels.js";
import type { ModelConfiguration } from "./configuration.js";
import { Model } from "./model.js";
import { configurationOf } from "./presets.js";
import type { WeightFile } from "./weightFiles.js";

/**
 * The network that a file of weights describes, with these weights. A file of `saveWeights` says what its network is; a
 * PyTorch checkpoint of the authors' code is the published network with DFEW's emotions.
 * @param file for messages
 * @returns null for a file that does not say what its network is, such as a run's checkpoint
 * @throws RangeError when the file does not name its sentiment groups, or the weights do not fit the network
 */
export function savedModel(file: string, { weights, metadata }: WeightFile): Model | null {
  if (metadata === null)
    return fitting(file, () => new Model(configurationOf("published"), dfewLabels, 1, weights));
  if (metadata.format !== "aen-weights-1") return null;
  return fitting(file, () => {
    const configuration = configurationOf(JSON.parse(metadata.configuration) as ModelConfiguration);
    return new Model(configuration, labelsOf(metadata), 1, weights);
  });
}

function labelsOf(metadata: Readonly<Record<string, string>>): LabelSet {
  const emotions = JSON.parse(metadata.emotions) as string[];
  if (metadata.groups)
    return new LabelSet(emotions, JSON.parse(metadata.groups) as Record<string, readonly string[]>);
  if (JSON.stringify(emotions) === JSON.stringify(dfewLabels.emotions)) return dfewLabels;
  throw new RangeError(
    `It was saved by a version that did not keep the sentiment groups of ${emotions.join(", ")}. Load it into its ` +
      "model with aen.loadWeights, and save that with aen.saveWeights again.",
  );
}

function fitting(file: string, make: () => Model): Model {
  try {
    return make();
  } catch (error) {
    throw new RangeError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
