import type { Clip } from "../../clips/clip.js";
import type { LabelSet } from "../../labels.js";
import { clipFromFolder } from "../images/fromFolder.js";
import { clipFromVideo, type VideoOptions } from "./fromVideos.js";

/** What a list, a table or a folder name says about a recording. */
export interface RecordingFacts {
  readonly label: number | null;
  readonly identity?: string | null;
  readonly labels: LabelSet;
  readonly id?: string;
  /** By field, e.g. `{ sex: "woman" }`. */
  readonly groups?: Clip["groups"];
}

/**
 * A data set's recording as a clip: a folder of frames, used as it is, or a video.
 * @param options apply to videos only
 * @throws DataError when it cannot be used
 */
export function clipFromRecording(
  place: string,
  isFolder: boolean,
  facts: RecordingFacts,
  options: VideoOptions,
): Promise<Clip> {
  if (isFolder) return clipFromFolder(place, facts);
  const { labels: labelSet, ...known } = facts;
  return clipFromVideo(place, { ...options, ...known, groups: facts.groups, labelSet });
}
