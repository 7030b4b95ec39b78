import type { Clip, ClipSource, FrameImages, FrameTruth, OpenClip } from "../clip.js";
import { DataError } from "../dataError.js";
import { stack, type ClipFacts } from "../video/videoClip.js";
import { checkFrameNumbers } from "./checkFrameNumbers.js";
import { readImage } from "./readImage.js";

/** A clip whose frames are image files. */
export class FrameFolderClip implements Clip {
  readonly id: string;
  readonly label: number | null;
  readonly identity: string | null;
  readonly frameRate: number | null;
  readonly truth: readonly FrameTruth[] | null;

  /** @param files the image files, in the order of time */
  constructor(
    readonly files: readonly string[],
    known: ClipFacts & {
      readonly id: string;
      frameRate?: number | null;
      truth?: readonly FrameTruth[] | null;
    },
  ) {
    this.id = known.id;
    this.label = known.label ?? null;
    this.identity = known.identity ?? null;
    this.frameRate = known.frameRate ?? null;
    this.truth = known.truth ?? null;
  }

  get frameCount(): number {
    return this.files.length;
  }

  /** Worker threads read the same files. */
  get source(): ClipSource {
    return { module: import.meta.url, data: { id: this.id, files: this.files } };
  }

  async read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages> {
    checkFrameNumbers(frames, this);
    signal?.throwIfAborted();
    if (frames.length === 0) return { count: 0, height: 0, width: 0, data: new Uint8Array(0) };
    const wanted = [...new Set(frames)];
    const read = await Promise.all(wanted.map((frame) => readImage(this.files[frame])));
    signal?.throwIfAborted();
    const pictures = new Map(wanted.map((frame, index) => [frame, read[index]]));
    read.forEach((picture, index) => {
      if (picture.width === read[0].width && picture.height === read[0].height) return;
      throw new DataError(
        `the frame is ${picture.width} x ${picture.height} pixels, but ${this.files[wanted[0]]} is ` +
          `${read[0].width} x ${read[0].height}. All frames of a clip must have one size.`,
        { file: this.files[wanted[index]] },
      );
    });
    return stack(frames.map((frame) => pictures.get(frame)!));
  }
}

/** The clip in a worker thread. */
export const openClip: OpenClip = (data) => {
  const { id, files } = data as Pick<FrameFolderClip, "id" | "files">;
  return new FrameFolderClip(files, { id });
};
