import path from "node:path";
import type { FrameImages } from "../../../images/frameImages.js";
import type { Clip } from "../../clips/clip.js";
import { checkFrameNumbers } from "../../clips/checkFrameNumbers.js";
import { stack, type Picture } from "../../../images/picture.js";
import { cropAndResize } from "../../../images/resize.js";
import { DataError } from "../../../files/dataError.js";
import { imageDamage, readImage } from "../../../images/readImage.js";
import type { DamagedFrame } from "../../clips/clip.js";
import { areTooMany, damageText } from "../../clips/damagedFrames.js";

/** A clip's image files in temporal order; cloneable into another thread. */
export interface FrameFiles {
  readonly id: string;
  readonly files: readonly string[];
  /** All were looked at, and their damage is known. */
  readonly checked?: boolean;
}

/** How worker threads read frames from image files. */
export function openClip(data: unknown): Pick<Clip, "read" | "readPictures"> {
  const files = data as FrameFiles;
  return {
    read: (frames, signal) => readFrames(files, frames, signal),
    readPictures: (frames, signal) => readPictures(files, frames, signal),
  };
}

/**
 * Reads some of the frames, each file once.
 * @throws DataError when an image is missing or broken
 */
export async function readFrames(
  files: FrameFiles,
  frames: readonly number[],
  signal?: AbortSignal,
): Promise<FrameImages> {
  const pictures = await readPictures(files, frames, signal);
  if (pictures.length === 0) return { count: 0, height: 0, width: 0, data: new Uint8Array(0) };
  return stack(pictures);
}

/**
 * Like {@link readFrames}, but one picture per frame; a number that occurs twice gives its picture twice. Where pictures
 * differ in size, they get that of the clip's first. Damaged ones say so, unless all were checked.
 * @throws DataError also when too many of them are damaged
 */
export async function readPictures(
  { id, files, checked = false }: FrameFiles,
  frames: readonly number[],
  signal?: AbortSignal,
): Promise<Picture[]> {
  checkFrameNumbers(frames, { id, frameCount: files.length });
  signal?.throwIfAborted();
  const wanted = [...new Set(frames)];
  const damaged = checked ? "take" : "say";
  const read = await Promise.all(wanted.map((frame) => readImage(files[frame], damaged)));
  signal?.throwIfAborted();
  refuseDamaged(
    read.flatMap(({ damage }, at): DamagedFrame[] => (damage ? [[wanted[at], damage]] : [])),
    files,
    leaveOut,
  );
  const alike = read.every((picture) => isOfSize(picture, read[0]));
  const sized = alike ? read : inSizeOf(read, await readImage(files[0], "take"));
  const pictures = new Map(wanted.map((frame, index) => [frame, sized[index]]));
  return frames.map((frame) => pictures.get(frame)!);
}

/**
 * Looks at all pictures, or at JPEGs alone.
 * @throws DataError for one that cannot be read, and when too many are damaged
 */
export async function damagedPictures(
  files: readonly string[],
  which: "all" | "JPEGs",
  signal?: AbortSignal,
): Promise<DamagedFrame[]> {
  signal?.throwIfAborted();
  const looked = await Promise.all(
    files.map((file) => (which === "all" || /\.jpe?g$/i.test(file) ? imageDamage(file) : null)),
  );
  const damaged = looked.flatMap((damage, frame): DamagedFrame[] =>
    damage === null ? [] : [[frame, damage]],
  );
  refuseDamaged(damaged, files);
  return damaged;
}

const leaveOut =
  ' With checkFrames: true, every frame is looked at when the set is opened, and onProblem: "skip" leaves such clips out.';

function refuseDamaged(damaged: readonly DamagedFrame[], files: readonly string[], advice = ""): void {
  if (!areTooMany(damaged.length, { frameCount: files.length })) return;
  throw new DataError(
    `${damageText(damaged, { frameCount: files.length })}. Copy or download them again.${advice}`,
    { file: path.dirname(files[0]) },
  );
}

function isOfSize(picture: Picture, { width, height }: Picture): boolean {
  return picture.width === width && picture.height === height;
}

function inSizeOf(pictures: readonly Picture[], first: Picture): Picture[] {
  const { width, height } = first;
  return pictures.map((picture) => {
    if (isOfSize(picture, first)) return picture;
    const data = new Uint8Array(width * height * 3);
    const whole = { left: 0, top: 0, width: picture.width, height: picture.height };
    cropAndResize(picture.data, picture.width, whole, data, { width, height });
    return { ...picture, width, height, data };
  });
}
