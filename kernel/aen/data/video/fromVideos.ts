import { stat } from "node:fs/promises";
import path from "node:path";
import { workUntil } from "../../caller.js";
import { dfewLabels, type LabelSet } from "../../labels.js";
import type { Clip } from "../clip.js";
import { ClipSet } from "../clipSet.js";
import { readTable } from "../lists/fromCsv.js";
import { expandFiles } from "./expandFiles.js";
import { cachedClip } from "./importedClip.js";
import type { ImportProgress, OnProgress } from "./importProgress.js";
import { labelIndex } from "./labelIndex.js";
import { measureVideo } from "./measureVideo.js";
import { VideoClip } from "./videoClip.js";

/** How a video becomes a clip. */
export interface VideoOptions {
  /**
   * Finds the face of the person who is seen largest and longest, follows it, and gives it turned upright,
   * `size` x `size` pixels; frames without a face are black and marked in {@link Clip.faceSights}.
   * With false the frames are given as they are. @default true
   */
  readonly faces?: boolean;
  /** Height and width of a face in pixels. @default 112 */
  readonly size?: number;
  /** Whether frames without a face are kept, black, or left out. @default "keep" */
  readonly withoutFace?: "keep" | "drop";
  /** Frames per second to resample to; without it every frame of the video is taken once. */
  readonly frameRate?: number;
  /** Takes what can be decoded of a video that breaks off. */
  readonly allowIncomplete?: boolean;
  /** What labels refer to; DFEW's seven emotions by default. */
  readonly labelSet?: LabelSet;
  /** The folder that keeps found faces, so that a video is looked through once only. @default ".aen/clips" */
  readonly cache?: string;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** How one video becomes a clip. */
export interface VideoClipOptions extends VideoOptions {
  /** The emotion that the video shows, by name or index. */
  readonly label?: string | number | null;
  /** Who is seen. */
  readonly identity?: string | null;
}

/**
 * For each video its emotion (name or index): by path, file name or name without extension; from a function; or
 * from a CSV table with a path and a label column, named by its file.
 */
export type VideoLabels =
  string | Readonly<Record<string, string | number | null>> | ((file: string) => string | number | null);

/** How several videos become clips. */
export interface VideosOptions extends VideoOptions {
  readonly labels?: VideoLabels;
  /** Who is seen in a video, for splits by identity. */
  readonly identity?: (file: string) => string | null;
}

/**
 * A video file, in any format that ffmpeg decodes, as a clip of the face in it.
 * @throws DataError when the file is missing, no video, incomplete or without a face, or when ffmpeg is missing
 */
export function clipFromVideo(file: string, options: VideoClipOptions = {}): Promise<Clip> {
  const place = { fileNumber: 1, fileCount: 1 };
  return workUntil(options.signal, (signal) => openVideo(file, { ...options, signal }, place));
}

/**
 * Video files as a set of clips, sorted by path; a clip without a label has the label null.
 * @param files paths or glob patterns, e.g. "recordings/**\/*.mp4"
 * @throws DataError naming the first file that cannot be used
 */
export function clipsFromVideos(
  files: string | readonly string[],
  options: VideosOptions = {},
): Promise<ClipSet> {
  return workUntil(options.signal, (signal) => openAll(files, { ...options, signal }));
}

async function openAll(files: string | readonly string[], options: VideosOptions): Promise<ClipSet> {
  const found = await expandFiles(files);
  const labels = await readLabels(options.labels);
  const clips: Clip[] = [];
  for (const [index, file] of found.entries()) {
    const known = { label: labels(file), identity: options.identity?.(file) };
    clips.push(
      await openVideo(file, { ...options, ...known }, { fileNumber: index + 1, fileCount: found.length }),
    );
  }
  return new ClipSet(clips, options.labelSet ?? dfewLabels);
}

async function openVideo(
  file: string,
  options: VideoClipOptions,
  place: Pick<ImportProgress, "fileNumber" | "fileCount">,
): Promise<Clip> {
  const label = labelIndex(options.label, options.labelSet ?? dfewLabels, { file });
  const known = { id: file, label, identity: options.identity };
  if (options.faces === false) {
    const facts = await measureVideo(file, options);
    const { size } = await stat(file);
    const contentKey = JSON.stringify([
      path.basename(file),
      size,
      options.frameRate ?? null,
      facts.frameCount,
    ]);
    return new VideoClip(file, facts, { ...known, contentKey }, options);
  }
  const { onProgress, signal } = options;
  return cachedClip(file, known, options, { ...place, onProgress, signal });
}

/** How to find a video's label: by its path, its file name or its name without extension; null when it has none. */
export async function readLabels(
  labels: VideoLabels | undefined,
): Promise<(file: string) => string | number | null> {
  if (labels === undefined) return () => null;
  if (typeof labels === "function") return labels;
  const byName = typeof labels === "string" ? await labelTable(labels) : labels;
  return (file) => byName[file] ?? byName[path.basename(file)] ?? byName[path.parse(file).name] ?? null;
}

async function labelTable(file: string): Promise<Record<string, string>> {
  const rows = await readTable(file);
  return Object.fromEntries(
    rows.flatMap((row) => [
      [row.path, row.label],
      [path.basename(row.path), row.label],
    ]),
  );
}
