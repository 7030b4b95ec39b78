import type { FrameImages } from "../../../images/frameImages.js";
import type { Clip } from "../../clips/clip.js";
import { DataError } from "../../../files/dataError.js";
import { checkFrameNumbers } from "../../clips/checkFrameNumbers.js";
import { stack, type Picture } from "../../../images/picture.js";
import { readImage } from "../../../images/readImage.js";

/** A clip's image files in temporal order; cloneable into another thread. */
export interface FrameFiles {
  readonly id: string;
  readonly files: readonly string[];
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
 * @throws DataError when an image is missing, broken or of a different size than the first
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

/** Like {@link readFrames}, but one picture per frame; a number that occurs twice gives its picture twice. */
export async function readPictures(
  { id, files }: FrameFiles,
  frames: readonly number[],
  signal?: AbortSignal,
): Promise<Picture[]> {
  checkFrameNumbers(frames, { id, frameCount: files.length });
  signal?.throwIfAborted();
  const wanted = [...new Set(frames)];
  const read = await Promise.all(wanted.map((frame) => readImage(files[frame])));
  signal?.throwIfAborted();
  const first = read[0];
  read.forEach((picture, index) => {
    if (picture.width === first.width && picture.height === first.height) return;
    throw new DataError(
      `the frame is ${picture.width} x ${picture.height} pixels, but ${files[wanted[0]]} is ` +
        `${first.width} x ${first.height}. All frames of a clip must have one size.`,
      { file: files[wanted[index]] },
    );
  });
  const pictures = new Map(wanted.map((frame, index) => [frame, read[index]]));
  return frames.map((frame) => pictures.get(frame)!);
}
