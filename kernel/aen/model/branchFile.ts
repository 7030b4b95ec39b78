import { readFile } from "node:fs/promises";
import type { Weights, WeightValues } from "./model.js";
import { isBottomUp } from "./parameterList.js";
import { fromPublishedNames } from "./publishedNames.js";
import { readPytorchCheckpoint } from "./pytorchCheckpoint.js";
import { forUnitPixels, fromResnetNames, isResnet } from "./resnetWeights.js";
import { decodeSafetensors } from "./safetensors.js";

/** What the network in a file expects its pixels to be: normalised by ImageNet's mean and deviation, or from 0 to 1. */
export type FilePixels = "ImageNet" | "0 to 1";

/** The weights of a bottom-up branch that a file holds. */
export interface BranchFile {
  /** By our names. */
  readonly weights: Map<string, WeightValues>;
  /** The emotions of its frame head, in order; null where the file does not say. */
  readonly emotions: readonly string[] | null;
  readonly kind: "ResNet" | "AEN";
}

/**
 * Reads a bottom-up branch from a file of ours, a checkpoint of the authors' code, or a ResNet with torchvision's names, as
 * safetensors or as PyTorch saves it.
 * @param pixels for a ResNet
 * @throws RangeError naming the file and what is wrong with it
 */
export async function readBranchFile(file: string, pixels: FilePixels): Promise<BranchFile> {
  const bytes = await readFile(file);
  try {
    const branch = branchOf(bytes, pixels);
    if (branch.weights.size > 0) return branch;
  } catch (cause) {
    throw new RangeError(`${file}: ${(cause as Error).message}`, { cause });
  }
  throw new RangeError(
    `${file}: it holds no bottom-up branch: neither weights of AEN nor a ResNet with torchvision's names (conv1.weight, ` +
      "layer1.0.conv1.weight, ...).",
  );
}

function branchOf(bytes: Buffer, pixels: FilePixels): BranchFile {
  const isZip = bytes.subarray(0, 2).toString() === "PK";
  const { weights: tensors, metadata } = isZip
    ? { weights: readPytorchCheckpoint(bytes), metadata: {} as Readonly<Record<string, string>> }
    : decodeSafetensors(bytes);
  if (isResnet(tensors)) {
    const named = fromResnetNames(tensors);
    return { weights: pixels === "ImageNet" ? forUnitPixels(named) : named, emotions: null, kind: "ResNet" };
  }
  const named: Weights = isZip ? fromPublishedNames(tensors) : tensors;
  const emotions = metadata.emotions === undefined ? null : (JSON.parse(metadata.emotions) as string[]);
  return { weights: new Map([...named].filter(([name]) => isBottomUp(name))), emotions, kind: "AEN" };
}
