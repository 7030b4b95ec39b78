import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { checkFile } from "../../../files/checkFile.js";
import { readImage } from "../../../images/readImage.js";
import type { Clip } from "../../clips/clip.js";
import { FrameFolderClip } from "../images/frameFolderClip.js";
import type { PictureRules } from "./stillsOptions.js";

/** What is known of a still besides its picture. */
export interface StillFacts {
  /** Its name in the list, table or folder. */
  readonly id: string;
  readonly label: number | null;
  readonly identity?: string | null;
  readonly groups?: Clip["groups"];
}

/**
 * A picture file as a clip of one frame, used as it is: no face is searched for in it.
 * @throws DataError when the file is missing, empty or, unless `decode` is false, no picture that can be decoded
 */
export async function pictureStill(
  file: string,
  { groups, ...facts }: StillFacts,
  { decode = true }: Pick<PictureRules, "decode"> = {},
): Promise<Clip> {
  const { size } = await checkFile(file, "picture");
  const contentKey = decode ? await keyOf(file) : `${path.posix.basename(facts.id)} ${size}`;
  const clip = new FrameFolderClip([file], { ...facts, contentKey });
  return groups ? Object.assign(clip, { groups }) : clip;
}

/** The checksum of a picture that can be decoded: equal for copies of one file. */
async function keyOf(file: string): Promise<string> {
  await readImage(file);
  return checksum(await readFile(file));
}

/** A content key that says which picture it is, whatever its name. */
export function checksum(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`;
}
