import type { Clip, FrameImages } from "../clip.js";

/** One decoded frame, RGB, in memory that all threads see. */
export interface SharedFrame {
  readonly width: number;
  readonly height: number;
  /** `[height, width, 3]`, over a SharedArrayBuffer. */
  readonly data: Uint8Array;
}

export type NumberedFrame = readonly [frame: number, image: SharedFrame];

/** The frames of a clip that were asked for, and those of them that had to be decoded. */
export interface LoadedFrames {
  readonly images: FrameImages;
  readonly decoded: readonly NumberedFrame[];
}

/** Reads frames of a clip, each number once and only those that are not known yet. */
export async function loadFrames(
  clip: Pick<Clip, "read">,
  frames: readonly number[],
  known: ReadonlyMap<number, SharedFrame>,
  signal?: AbortSignal,
): Promise<LoadedFrames> {
  const missing = [...new Set(frames)].filter((frame) => !known.has(frame));
  const decoded = missing.length === 0 ? [] : share(await clip.read(missing, signal), missing);
  const all = new Map([...known, ...decoded]);
  return { images: stack(frames.map((frame) => all.get(frame)!)), decoded };
}

function share({ width, height, data }: FrameImages, numbers: readonly number[]): NumberedFrame[] {
  const length = width * height * 3;
  return numbers.map((frame, place) => {
    const copy = new Uint8Array(new SharedArrayBuffer(length));
    copy.set(data.subarray(place * length, (place + 1) * length));
    return [frame, { width, height, data: copy }];
  });
}

/** @throws RangeError when the frames differ in size */
export function stack(frames: readonly SharedFrame[]): FrameImages {
  const { width, height } = frames[0];
  const length = width * height * 3;
  const data = new Uint8Array(frames.length * length);
  frames.forEach((frame, place) => {
    if (frame.width !== width || frame.height !== height) {
      throw new RangeError(
        `Frames of one clip differ in size: ${width} x ${height} and ${frame.width} x ${frame.height} pixels.`,
      );
    }
    data.set(frame.data, place * length);
  });
  return { count: frames.length, width, height, data };
}
