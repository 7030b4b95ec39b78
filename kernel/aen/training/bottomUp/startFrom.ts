import { remark } from "../../host/remark.js";
import { dfewLabels, type LabelSet } from "../../labels.js";
import { readBranchFile, type BranchFile, type FilePixels } from "../../model/branchFile.js";
import { type Model, model as newModel, type WeightValues } from "../../model/model.js";
import { isBottomUp } from "../../model/parameterList.js";
import type { ModelOptions, PresetName } from "../../model/presets.js";
import { networkOf, type TrainedBottomUp } from "./trainedBottomUp.js";

/** What a model gets besides the weights that are transferred. */
export interface StartFromOptions {
  /** A ResNet-18 fits "recommended" and "published". @default "recommended" */
  readonly model?: PresetName | ModelOptions;
  /** The emotions; DFEW's seven by default. */
  readonly labels?: LabelSet;
  /** Draws what is not transferred. @default 1 */
  readonly seed?: number;
  /** For a ResNet, how it expects its pixels; the weights are changed for ours, from 0 to 1. @default "ImageNet" */
  readonly pixels?: FilePixels;
}

/**
 * A model whose bottom-up branch starts from given weights, for `aen.bottomUp.fit`: of a trained network, of a file of ours (a
 * checkpoint, `model.safetensors`), of the authors' checkpoint, or of a ResNet with torchvision's names. The user is told
 * which parts are taken and which are drawn. The expression network that makes pseudo labels has no such body: separable
 * convolutions without batch norm. A frame head is taken only where its emotions are known to be the model's.
 * @throws RangeError when the source holds no such weights, or they have other shapes than the model's
 * @example aen.bottomUp.startFrom("resnet18.pth", { model: "recommended" })
 */
export async function startFrom(
  source: string | TrainedBottomUp,
  { model: options, labels = dfewLabels, seed, pixels = "ImageNet" }: StartFromOptions = {},
): Promise<Model> {
  const given =
    typeof source === "string" ? await readBranchFile(source, pixels) : branchOf(networkOf(source));
  const name = typeof source === "string" ? source : "the given network";
  const model = newModel(options, { labels, seed });
  const taken = fitting(given, model);
  try {
    model.setWeights(taken, { partial: true });
  } catch (cause) {
    model.dispose();
    throw new RangeError(`${name} does not fit the model: ${(cause as Error).message}`, { cause });
  }
  const from = given.kind === "ResNet" ? `${name} (a ResNet for pixels ${pixelsText[pixels]})` : name;
  remark(`${from}: ${transferText(given, taken, model)}`);
  return model;
}

const pixelsText: Readonly<Record<FilePixels, string>> = {
  ImageNet: "normalised as ImageNet's",
  "0 to 1": "from 0 to 1",
};

function branchOf(network: Model): BranchFile {
  const weights = new Map([...network.weights()].filter(([name]) => isBottomUp(name)));
  return { weights, emotions: network.labels.emotions, kind: "AEN" };
}

/** The weights that the model has too, with the head only for the same emotions. */
function fitting(
  { weights, emotions }: BranchFile,
  { parameters, labels }: Model,
): Map<string, WeightValues> {
  const own = new Set(parameters.map(({ name }) => name));
  const sameHead = emotions !== null && emotions.join() === labels.emotions.join();
  return new Map(
    [...weights].filter(([name]) => own.has(name) && (sameHead || partOf(name) !== "head.frame")),
  );
}

function transferText(
  given: BranchFile,
  taken: ReadonlyMap<string, WeightValues>,
  { parameters }: Model,
): string {
  const branch = parameters.map(({ name }) => name).filter(isBottomUp);
  const drawn = branch.filter((name) => !taken.has(name)).map(partOf);
  const unused = [...given.weights.keys()].filter((name) => !taken.has(name)).map(partOf);
  return [
    `the bottom-up branch takes ${listed([...taken.keys()].map(partOf))}`,
    ...(drawn.length > 0 ? [`draws ${listed(drawn)}`] : []),
    ...(unused.length > 0 ? [`leaves ${listed(unused)} of it unused`] : []),
  ]
    .join("; ")
    .concat(".");
}

function listed(parts: readonly string[]): string {
  return [...new Set(parts)].join(", ") || "nothing";
}

/** "spatial.stage2.block1.conv1.weight" is of "stage2.block1". */
function partOf(name: string): string {
  if (name.startsWith("head.frame.")) return "head.frame";
  const [, part, block] = name.split(".");
  return part.startsWith("stage") ? `${part}.${block}` : part;
}
