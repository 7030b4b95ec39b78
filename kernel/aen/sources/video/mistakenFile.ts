import { readBeginningSync } from "../../../files/readRegularFile.js";

const kinds: readonly (readonly [RegExp, string])[] = [
  [
    /^version https:\/\/git-lfs\.github\.com\//,
    "the file is a Git LFS pointer, which stands for the video. Run git lfs pull in its folder.",
  ],
  [
    /^\s*(<\?xml[^>]*>\s*)?(<!doctype html|<html|<head)/i,
    "the file is a web page saved under a video's name: the download asked for a login or failed. Download it again.",
  ],
];

/** What a file is that was named as a video and is a text; null if it is something else. Reads its first bytes. */
export function mistakenFile(file: string): string | null {
  const start = beginningOf(file);
  return kinds.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

function beginningOf(file: string): string {
  try {
    return readBeginningSync(file, 512)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  } catch {
    return ""; // whoever opens it next says why it cannot be read
  }
}
