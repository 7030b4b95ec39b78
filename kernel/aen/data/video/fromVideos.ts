import { existsSync } from "node:fs";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { Clip } from "../clip.js";
import { ClipSet } from "../clipSet.js";
import { DataError } from "../dataError.js";
import { labelIndex } from "./labelIndex.js";
import { measureVideo } from "./measureVideo.js";
import { VideoClip } from "./videoClip.js";

/** How a video becomes a clip. */
export interface VideoOptions {
  /** What labels refer to; DFEW's seven emotions by default. */
  readonly labelSet?: LabelSet;
  /** Frames per second to resample to; without it every frame of the video is taken once. */
  readonly frameRate?: number;
  /** Takes what can be decoded of a video that breaks off. */
  readonly allowIncomplete?: boolean;
  readonly signal?: AbortSignal;
}

/** How one video becomes a clip. */
export interface VideoClipOptions extends VideoOptions {
  /** The emotion that the video shows, by name or index. */
  readonly label?: string | number | null;
  /** Who is seen. */
  readonly identity?: string | null;
}

/** How several videos become clips. */
export interface VideosOptions extends VideoOptions {
  /** For each video its emotion (name or index): by file name or path, or worked out from the path. */
  readonly labels?: Readonly<Record<string, string | number>> | ((file: string) => string | number | null);
}

/**
 * A video file, in any format that ffmpeg decodes, as a clip.
 * @throws DataError when the file is missing, no video or incomplete, or when ffmpeg is not found
 */
export async function clipFromVideo(file: string, options: VideoClipOptions = {}): Promise<Clip> {
  const label = labelIndex(options.label, options.labelSet ?? dfewLabels);
  const facts = await measureVideo(file, options);
  return new VideoClip(file, facts, { label, identity: options.identity }, options);
}

/**
 * Video files as a set of clips, sorted by path; a clip without a label has the label null.
 * @param files paths or glob patterns, e.g. "recordings/**\/*.mp4"
 * @throws DataError naming the first file that cannot be used
 */
export async function clipsFromVideos(
  files: string | readonly string[],
  options: VideosOptions = {},
): Promise<ClipSet> {
  const labelSet = options.labelSet ?? dfewLabels;
  const clips: Clip[] = [];
  for (const file of await expand(files)) {
    clips.push(await clipFromVideo(file, { ...options, label: labelOf(file, options.labels) }));
  }
  return new ClipSet(clips, labelSet);
}

function labelOf(file: string, labels: VideosOptions["labels"]): string | number | null {
  if (labels === undefined) return null;
  if (typeof labels === "function") return labels(file);
  return labels[file] ?? labels[path.basename(file)] ?? labels[path.parse(file).name] ?? null;
}

/**
 * Paths and glob patterns as a sorted list of files without repetitions.
 * @throws DataError for a pattern that fits no file
 */
export async function expand(files: string | readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    [files].flat().map(async (pattern) => {
      if (!isDynamicPattern(pattern) || existsSync(pattern)) return [pattern];
      const matches = await glob(pattern.replaceAll("\\", "/"), { absolute: path.isAbsolute(pattern) });
      if (matches.length > 0) return matches;
      throw new DataError(`no file fits the pattern "${pattern}". It is taken from ${process.cwd()}.`);
    }),
  );
  return [...new Set(found.flat())].sort();
}
