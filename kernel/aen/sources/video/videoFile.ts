import path from "node:path";
import { checkFile } from "../../../files/checkFile.js";

/** A video file that existed and was readable when opened; plain data that can be sent to other threads. */
export interface VideoFile {
  /** The path, as given. */
  readonly file: string;
  /** The file name without folders. */
  readonly name: string;
  readonly bytes: number;
  /** The file's modification time, in whole milliseconds since 1970. */
  readonly changed: number;
}

/**
 * The one place where a video is checked; decoding and importing reuse what was learned here.
 * @throws DataError when the file is missing, not a file, empty or unreadable
 */
export async function openVideo(file: string): Promise<VideoFile> {
  const { size, mtimeMs } = await checkFile(file, "video");
  return { file, name: path.basename(file), bytes: size, changed: Math.round(mtimeMs) };
}
