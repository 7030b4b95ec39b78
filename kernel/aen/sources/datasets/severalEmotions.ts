import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { DatasetClip, SeveralEmotions } from "./publishedDataset.js";

/**
 * Clips with all emotions that the data set's second list gives them, as the field "emotions" of their groups, such as
 * "anger, disgust", in the list's order; clips that it does not name, and sets without it, stay as they are.
 * @param root the data set's folder
 */
export function withSeveralEmotions(
  clips: readonly DatasetClip[],
  root: string,
  { files, read }: SeveralEmotions,
): DatasetClip[] {
  const file = files.map((name) => path.join(root, name)).find((name) => existsSync(name));
  if (file === undefined) return [...clips];
  const lines = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  const known = new Map(
    lines.flatMap((line) => {
      const found = read(line);
      return found ? [[found.path, found.emotions.join(", ")] as const] : [];
    }),
  );
  return clips.map((clip) => {
    const emotions = known.get(clip.path);
    return emotions === undefined ? clip : { ...clip, groups: { ...clip.groups, emotions } };
  });
}
