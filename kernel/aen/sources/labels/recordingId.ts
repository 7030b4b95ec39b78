import path from "node:path";

/**
 * The id of a recording's clip: its place, or, for a data set described in a file, the path from that file's folder with
 * "/" between folders and accents as one character, so that it is the same wherever the folder lies.
 * @param base the folder of the description
 */
export function recordingId(place: string, base?: string): string {
  if (base === undefined) return place;
  return path.relative(base, place).replaceAll(path.sep, "/").normalize("NFC");
}
