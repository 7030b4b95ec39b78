import type { Clip, ClipSource, FrameImages, FrameTruth } from "../clip.js";
import type { ClipFacts } from "../clipFacts.js";
import { DataError } from "../dataError.js";
import { stack, type Picture } from "../images/picture.js";
import { checkFrameNumbers } from "../images/checkFrameNumbers.js";
import { decodeVideo } from "./decodeVideo.js";
import type { VideoFacts } from "./measureVideo.js";

interface VideoClipSize {
  readonly longestSide?: number;
  readonly frameRate?: number;
}

interface VideoClipSource {
  readonly file: string;
  readonly facts: VideoFacts;
  readonly options: VideoClipSize;
}

/** The clip in a worker thread. */
export function openClip(data: unknown): Pick<Clip, "read"> {
  const { file, facts, options } = data as VideoClipSource;
  return new VideoClip(file, facts, {}, options);
}

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
  readonly contentKey: string | undefined;
  readonly #facts: VideoFacts;
  readonly #options: VideoClipSize;

  constructor(
    readonly file: string,
    facts: VideoFacts,
    known: ClipFacts & Pick<Clip, "contentKey"> = {},
    { longestSide, frameRate }: VideoClipSize = {},
  ) {
    this.id = known.id ?? file;
    this.label = known.label ?? null;
    this.identity = known.identity ?? null;
    this.frameCount = facts.frameCount;
    this.frameRate = facts.frameRate;
    this.times = facts.times;
    this.contentKey = known.contentKey;
    this.#facts = facts;
    this.#options = { longestSide, frameRate };
  }

  /** Workers decode it with an ffmpeg of their own. */
  get source(): ClipSource {
    const data: VideoClipSource = { file: this.file, facts: this.#facts, options: this.#options };
    return { module: import.meta.url, data };
  }

  async read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages> {
    checkFrameNumbers(frames, this);
    if (frames.length === 0) return { count: 0, height: 0, width: 0, data: new Uint8Array(0) };
    const wanted = [...new Set(frames)].sort((a, b) => a - b);
    const pictures: Picture[] = [];
    const options = { ...this.#options, frames: wanted, signal };
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
