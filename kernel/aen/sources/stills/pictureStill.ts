import { readFile } from "node:fs/promises";
import path from "node:path";
import { checkFile } from "../../../files/checkFile.js";
import { jpegDamage } from "../../../images/jpegDamage.js";
import { readImage } from "../../../images/readImage.js";
import type { Clip } from "../../clips/clip.js";
import { FrameFolderClip } from "../images/frameFolderClip.js";
import type { PictureRules } from "./stillsOptions.js";
import { sha256 } from "../../../files/sha256.js";

/** What is known of a still besides its picture. */
export interface StillFacts {
  /** Its name in the list, table or folder. */
  readonly id: string;
  readonly label: number | null;
  readonly identity?: string | null;
  readonly groups?: Clip["groups"];
}

/** Hears what a decoder reports about a picture that it decodes all the same. */
export type OnDamage = (reason: string) => void;

/** How a picture is opened. */
export interface PictureOpening extends Pick<PictureRules, "decode"> {
  readonly onDamage?: OnDamage;
}

/**
 * A picture file as a clip of one frame, used as it is: no face is searched for in it.
 * @throws DataError when the file is missing, empty or, unless `decode` is false, no picture that can be decoded
 */
export async function pictureStill(
  file: string,
  { groups, ...facts }: StillFacts,
  { decode = true, onDamage }: PictureOpening = {},
): Promise<Clip> {
  const { size } = await checkFile(file, "picture");
  const contentKey = decode ? await keyOf(file, onDamage) : `${path.posix.basename(facts.id)} ${size}`;
  const clip = new FrameFolderClip([file], { ...facts, contentKey, checked: decode });
  return groups ? Object.assign(clip, { groups }) : clip;
}

/** The checksum of a picture that can be decoded: equal for copies of one file. */
async function keyOf(file: string, onDamage?: OnDamage): Promise<string> {
  await readImage(file);
  const bytes = await readFile(file);
  const damage = await jpegDamage(bytes);
  if (damage !== null) onDamage?.(damage);
  return checksum(bytes);
}

/** A content key that says which picture it is, whatever its name. */
export function checksum(bytes: Uint8Array): string {
  return `sha256:${sha256(bytes).slice(0, 16)}`;
}
