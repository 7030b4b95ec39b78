import { workUntil } from "../../host/cancellation.js";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { Clip } from "../../clips/clip.js";
import { rememberLabels } from "../../clips/labelsOfClip.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { withFaceShare } from "../../clips/leftOutByFaces.js";
import { remark } from "../../host/remark.js";
import { gatherClips, type GatherOptions } from "../gathering/gatherClips.js";
import { labelVideos, type VideoLabelling } from "../labels/videoLabels.js";
import { expandFiles } from "./expandFiles.js";
import type { ImportRun } from "./importStage.js";
import type { OnProgress } from "./importProgress.js";
import { checkVideoOptions } from "./checkVideoOptions.js";
import { faceClip } from "./faceClip.js";
import { knownFacts } from "./knownFacts.js";
import type { PersonByVideo, PersonChoice } from "../../../contracts/personChoice.js";
import { personOfVideos } from "./personOfVideos.js";
import { labelIndex } from "../labels/labelIndex.js";
import { recordingId } from "../labels/recordingId.js";
import { tellOf } from "./tellOf.js";
import { VideoClip } from "./videoClip.js";
import { openVideo } from "./videoFile.js";

/** Options for reading videos as clips. */
export interface VideoOptions {
  /**
   * Detect the face of a {@link person}, track it, and return it upright at `size` x `size` pixels;
   * frames without a face are black and marked in {@link Clip.faceSights}.
   * If false, frames are returned as they are. @default true
   */
  readonly faces?: boolean;
  /** Height and width of a face in pixels. @default 112 */
  readonly size?: number;
  /**
   * Whose face, where a video shows several people: "largest" for longest, "central", "left" or "right" in the picture, or
   * the number of one of `aen.clips.people(file)`. Without it the largest is taken, and told where somebody else is
   * about as large.
   */
  readonly person?: PersonChoice;
  /** Whether frames without a face are kept (black) or dropped. @default "keep" */
  readonly withoutFace?: "keep" | "drop";
  /** Frame rate to resample to; without it every frame of the video is used once. */
  readonly frameRate?: number;
  /**
   * Use whatever can be decoded of a video that is truncated, or in which the decoder reports more than one damaged
   * frame in 100. Fewer are used and told.
   */
  readonly allowIncomplete?: boolean;
  /** What labels refer to; DFEW's seven emotions by default. */
  readonly labelSet?: LabelSet;
  /** The folder that caches cropped faces, and the times of frames, so that a video is decoded once. @default ".aen/clips" */
  readonly cache?: string;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** Options for one video. */
export interface VideoClipOptions extends VideoOptions {
  /** The emotion that the video shows, by name or index. */
  readonly label?: string | number | null;
  /** The person shown. */
  readonly identity?: string | null;
  /** Groups that the clip belongs to, by field, e.g. `{ sex: "woman" }`. */
  readonly groups?: Clip["groups"];
  /** @default the file, as given */
  readonly id?: string;
}

/** Options for several videos. */
export interface VideosOptions extends Omit<VideoOptions, "person">, VideoLabelling, GatherOptions {
  /** Whose face, in all videos or by video. */
  readonly person?: PersonChoice | PersonByVideo;
}

/**
 * A video file, in any format that ffmpeg decodes, as a clip of the face in it.
 * @throws DataError when the file is missing, not a video, truncated, damaged or without a face, or when ffmpeg is missing
 */
export function clipFromVideo(file: string, options: VideoClipOptions = {}): Promise<Clip> {
  const place = { fileNumber: 1, fileCount: 1 };
  return workUntil(options.signal, async (signal) => {
    const clip = await videoToClip(file, { ...options, signal }, place);
    rememberLabels([clip], options.labelSet ?? dfewLabels);
    return clip;
  });
}

/**
 * Video files as a clip set, sorted by path; an unlabelled clip has the label null.
 * @param files paths or glob patterns, e.g. "recordings/**\/*.mp4"
 * @param base the folder that they start at and clips' ids are relative to; without it an id is the file as found
 * @throws DataError naming the first unusable file
 */
export function clipsFromVideos(
  files: string | readonly string[],
  options: VideosOptions = {},
  base?: string,
): Promise<ClipSet> {
  return workUntil(options.signal, async (signal) => {
    const found = await expandFiles(files, base);
    const { labelSet = dfewLabels } = options;
    const { videos, remarks } = await labelVideos(found, options, labelSet, base);
    remarks.forEach(remark);
    const persons = personOfVideos(found, options.person, base);
    const openings = videos.map(({ file, ...said }, index) => {
      const known = { id: recordingId(file, base), person: persons.get(file), ...said };
      const place = { fileNumber: index + 1, fileCount: videos.length };
      return {
        name: file,
        open: () => videoToClip(file, { ...options, groups: undefined, ...known, signal }, place),
      };
    });
    const set = await gatherClips(openings, labelSet, String(files), { ...options, signal });
    const tables = typeof options.labels === "string" ? [options.labels] : [];
    return set.madeBy("fromVideos", [files, withFaceShare(options, set)], tables);
  });
}

/** Checks a video once and passes the result on: to measuring its frames, or to importing the face. */
async function videoToClip(
  file: string,
  options: VideoClipOptions,
  place: Pick<ImportRun, "fileNumber" | "fileCount">,
): Promise<Clip> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  checkVideoOptions(options);
  const label = labelIndex(options.label, options.labelSet ?? dfewLabels, { file });
  const { id = file, identity, groups } = options;
  const known = { id, label, identity, groups, contentFiles: [file] };
  const video = await openVideo(file);
  if (options.faces === false) {
    const facts = await knownFacts(video, options);
    tellOf(video, facts.remarks);
    return new VideoClip(video, facts, known, options);
  }
  return faceClip(video, known, options, { ...place, onProgress, signal });
}
