import type { FrameTruth } from "../../../contracts/frameTruth.js";
import type { FrameImages } from "../../../images/frameImages.js";
import type { Clip, ClipSource } from "../../clips/clip.js";
import type { ClipFacts } from "../../clips/clipFacts.js";
import { DataError } from "../../../files/dataError.js";
import { stack, type Picture } from "../../../images/picture.js";
import { checkFrameNumbers } from "../../clips/checkFrameNumbers.js";
import { decodeVideo } from "./decodeVideo.js";
import type { VideoFacts } from "./videoFacts.js";
import { openVideo, type VideoFile } from "./videoFile.js";

/** How the frames of a {@link VideoClip} are decoded. */
interface VideoClipOptions {
  readonly longestSide?: number;
  readonly frameRate?: number;
}

interface VideoClipSource {
  readonly video: VideoFile;
  readonly facts: VideoFacts;
  readonly options: VideoClipOptions;
}

/** The clip in a worker thread. */
export function openClip(data: unknown): Pick<Clip, "read"> {
  const { video, facts, options } = data as VideoClipSource;
  return new VideoClip(video, facts, {}, options);
}

/** The unchanged frames of a video, decoded on each read. */
export class VideoClip implements Clip {
  readonly id: string;
  readonly label: number | null;
  readonly identity: string | null;
  readonly groups: Clip["groups"];
  readonly frameCount: number;
  readonly frameRate: number | null;
  /** Time of each frame, in seconds from the start of the file. */
  readonly times: readonly number[];
  readonly truth: readonly FrameTruth[] | null = null;
  readonly contentKey: string;
  readonly #facts: VideoFacts;
  readonly #options: VideoClipOptions;

  constructor(
    readonly video: VideoFile,
    facts: VideoFacts,
    known: ClipFacts = {},
    { longestSide, frameRate }: VideoClipOptions = {},
  ) {
    this.id = known.id ?? video.file;
    this.label = known.label ?? null;
    this.identity = known.identity ?? null;
    this.groups = known.groups;
    this.frameCount = facts.frameCount;
    this.frameRate = facts.frameRate;
    this.times = facts.times;
    this.contentKey = JSON.stringify([video.name, video.bytes, frameRate ?? null, facts.frameCount]);
    this.#facts = facts;
    this.#options = { longestSide, frameRate };
  }

  contentFiles(): Promise<readonly string[]> {
    return Promise.resolve([this.video.file]);
  }

  /** Each worker decodes it with its own ffmpeg. */
  get source(): ClipSource {
    const data: VideoClipSource = { video: this.video, facts: this.#facts, options: this.#options };
    return { module: import.meta.url, data };
  }

  async read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages> {
    checkFrameNumbers(frames, this);
    if (frames.length === 0) return { count: 0, height: 0, width: 0, data: new Uint8Array(0) };
    const wanted = [...new Set(frames)].sort((a, b) => a - b);
    const pictures: Picture[] = [];
    const video = await openVideo(this.video.file); // it may have gone since
    const { codec, hdr } = this.#facts;
    const options = { ...this.#options, stream: { codec, hdr }, signal };
    const decoding = await decodeVideo(video, { ...options, frames: wanted });
    for await (const picture of decoding.pictures) {
      pictures.push(picture);
      if (pictures.length === wanted.length) break;
    }
    if (pictures.length < wanted.length) throw this.#changed();
    return stack(frames.map((frame) => pictures[wanted.indexOf(frame)]));
  }

  #changed(): DataError {
    return new DataError(
      "the video has changed: it has fewer frames than when it was opened. Open it again.",
      { file: this.video.file },
    );
  }
}
