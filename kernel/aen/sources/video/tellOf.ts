import { remark } from "../../host/remark.js";
import type { VideoFile } from "./videoFile.js";

/** Tells the user, by file, what is amiss in a video that is used all the same. */
export function tellOf({ file }: VideoFile, sentences: readonly string[] = []): void {
  for (const sentence of sentences) remark(`${file}: ${sentence}`);
}
