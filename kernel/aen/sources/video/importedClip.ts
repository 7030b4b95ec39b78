import path from "node:path";
import type { ClipFacts } from "../../clips/clipFacts.js";
import { FrameFolderClip } from "../images/frameFolderClip.js";
import { fromRecordedBox, fromRuns, type ClipRecord } from "./clipRecord.js";
import { frameFileName } from "./frameWriter.js";

/** The clip of a folder of frames made by `importClip`, from the record next to it. */
export function importedClip(
  folder: string,
  record: ClipRecord,
  known: ClipFacts & { readonly id: string },
): FrameFolderClip {
  const { frameCount, frameRate, times, sights, boxes, source, recipe } = record;
  const files = Array.from({ length: frameCount }, (_, frame) =>
    path.join(folder, frameFileName(frame, recipe.format)),
  );
  const faceSights = sights ? fromRuns(sights) : undefined;
  const faceBoxes = boxes?.map((box) => box && fromRecordedBox(box));
  const contentKey = JSON.stringify([source.name, source.bytes, recipe, frameCount]);
  return new FrameFolderClip(files, { ...known, frameRate, times, faceSights, faceBoxes, contentKey });
}
