import type { Clip, FrameImages, FrameTruth } from "../clip.js";
import type { ClipFacts } from "../clipFacts.js";
import { DataError } from "../dataError.js";
import { stack, type Picture } from "../images/picture.js";
import { checkFrameNumbers } from "../images/checkFrameNumbers.js";
import { decodeVideo } from "./decodeVideo.js";
import type { VideoFacts } from "./measureVideo.js";

/** The frames of a video as they are, decoded each time that they are read. */
export class VideoClip implements Clip {
  readonly id: string;
  readonly label: number | null;
  readonly identity: string | null;
  readonly frameCount: number;
  readonly frameRate: number | null;
  /** Seconds from the start of the file, one for each frame. */
  readonly times: readonly number[];
  readonly truth: readonly FrameTruth[] | null = null;
  readonly #longestSide: number | undefined;
  readonly #resampled: number | undefined;

  constructor(
    readonly file: string,
    facts: VideoFacts,
    known: ClipFacts = {},
    options: { readonly longestSide?: number; readonly frameRate?: number } = {},
  ) {
    this.id = known.id ?? file;
    this.label = known.label ?? null;
    this.identity = known.identity ?? null;
    this.frameCount = facts.frameCount;
    this.frameRate = facts.frameRate;
    this.times = facts.times;
    this.#longestSide = options.longestSide;
    this.#resampled = options.frameRate;
  }

  async read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages> {
    checkFrameNumbers(frames, this);
    if (frames.length === 0) return { count: 0, height: 0, width: 0, data: new Uint8Array(0) };
    const wanted = [...new Set(frames)].sort((a, b) => a - b);
    const pictures: Picture[] = [];
    const options = { frames: wanted, longestSide: this.#longestSide, frameRate: this.#resampled, signal };
    for await (const picture of (await decodeVideo(this.file, options)).pictures) {
      pictures.push(picture);
      if (pictures.length === wanted.length) break;
    }
    if (pictures.length < wanted.length) throw this.#changed();
    return stack(frames.map((frame) => pictures[wanted.indexOf(frame)]));
  }

  #changed(): DataError {
    return new DataError(
      "the video has fewer frames than when it was opened; it has changed. Open it again.",
      {
        file: this.file,
      },
    );
  }
}
