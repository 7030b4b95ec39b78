import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import { listFolder } from "../../../files/checkFile.js";
import { isImageName, sortFrameNames } from "../images/frameNames.js";

/** The image files of a listed clip; throws when there are fewer than the list says. */
export async function listedFrames(folder: string, count: number): Promise<string[]> {
  const names = sortFrameNames((await listFolder(folder, "folder of frame images")).filter(isImageName));
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
