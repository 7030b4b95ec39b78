import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import { listFolder } from "../../../files/checkFile.js";
import { framesAmong } from "../images/framesAmong.js";

/** The image files of a listed clip; throws when there are fewer than the list says, or videos as well. */
export async function listedFrames(folder: string, count: number): Promise<string[]> {
  const names = framesAmong(await listFolder(folder, "folder of frame images"), folder);
  if (names.length < count) {
    throw new DataError(
      `it contains ${names.length} images, but the annotation list says ${count}. Correct the list.`,
      {
        file: folder,
      },
    );
  }
  return names.slice(0, count).map((name) => path.join(folder, name));
}
