import { existsSync } from "node:fs";
import { DataError } from "../../../files/dataError.js";
import type { Clip } from "../../clips/clip.js";
import { pictureStill, type PictureOpening, type StillFacts } from "./pictureStill.js";

/**
 * The still that a row of a list or table names.
 * @param place the picture on this machine
 * @param file the list or table, for messages
 * @throws DataError naming the row when there is no such picture, or the picture when it cannot be decoded
 */
export function listedStill(
  { path: name, line }: { readonly path: string; readonly line: number },
  place: string,
  file: string,
  facts: Omit<StillFacts, "id">,
  opening: PictureOpening,
): Promise<Clip> {
  if (!existsSync(place))
    throw new DataError(`"${name}" does not exist (looked for ${place}).`, { file, line });
  return pictureStill(place, { id: name, ...facts }, opening);
}
