import type { ClipBatch } from "../batches/clipBatch.js";
import { showsFace } from "../clips/framesWithFace.js";
import type { FeatureInput } from "./clipFeatures.js";

/**
 * The step input that says which frames show a face: 1 where one was found, 0 where not, `[clips, frames]`.
 * @param rows how many rows the input has; those beyond the clips are padding and hold 1. @default one per clip
 */
export function faceInput(
  { clips, frameNumbers }: Pick<ClipBatch, "clips" | "frameNumbers">,
  rows = clips.length,
): FeatureInput {
  const frames = frameNumbers[0]?.length ?? 0;
  const data = new Float32Array(rows * frames).fill(1);
  clips.forEach((clip, row) =>
    frameNumbers[row].forEach((frame, column) => {
      if (!showsFace(clip, frame)) data[row * frames + column] = 0;
    }),
  );
  return { data, shape: [rows, frames], dtype: "float32" };
}
