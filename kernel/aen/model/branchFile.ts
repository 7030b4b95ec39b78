import { readFile } from "node:fs/promises";
import path from "node:path";
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
  if (/face_expression/i.test(path.basename(file))) throw new RangeError(`${file}: ${expressionNet}`);
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

const expressionNet =
  "the body of face-api's expression network does not fit a bottom-up branch: it has separable convolutions without batch " +
  "norm where the branch has residual blocks. Start from a ResNet-18 or a checkpoint, or fit a branch to labelled stills " +
  "(aen.bottomUp.fit).";

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
