import { statSync } from "node:fs";
import path from "node:path";
import type { Clip } from "../../clips/clip.js";
import { rememberLabels } from "../../clips/labelsOfClip.js";
import { DataError } from "../../../files/dataError.js";
import { dfewLabels, type LabelSet } from "../../labels.js";
import { labelIndex } from "../labels/labelIndex.js";
import { listFolder } from "../../../files/checkFile.js";
import { isVideoName } from "../../../files/videoNames.js";
import { FrameFolderClip } from "./frameFolderClip.js";
import { framesAmong } from "./framesAmong.js";
import { sha256 } from "../../../files/sha256.js";

/** Options for reading a folder of frames. */
export interface FolderOptions {
  /** The emotion that the clip shows, by name or index. */
  readonly label?: string | number | null;
  readonly identity?: string | null;
  /** Groups that the clip belongs to, by field, e.g. `{ sex: "woman" }`. */
  readonly groups?: Clip["groups"];
  /** @default the folder, as given */
  readonly id?: string;
  /** Frames per second, if known. */
  readonly frameRate?: number | null;
  /** What {@link label} refers to; DFEW's seven emotions by default. */
  readonly labels?: LabelSet;
}

/**
 * A folder of frame images as a clip; each image is read (RGB, 8 bits) on demand. Numbers in names
 * sort numerically; hidden files and files other than images are skipped.
 * @throws DataError when the folder is missing or unreadable, contains no image, or videos as well
 */
export async function clipFromFolder(folder: string, options: FolderOptions = {}): Promise<Clip> {
  const names = await listFolder(folder, "folder of frame images");
  const images = framesAmong(names, folder);
  if (images.length === 0) throw new DataError(`it contains no images.${seen(names)}`, { file: folder });
  const { labels = dfewLabels } = options;
  const below = path.join(folder, path.sep);
  const clip = new FrameFolderClip(
    images.map((name) => below + name), // a set has hundreds of thousands
    {
      id: options.id ?? folder,
      contentKey: keyOf(folder, images),
      label: labelIndex(options.label, labels),
      identity: options.identity,
      groups: options.groups,
      frameRate: options.frameRate,
    },
  );
  rememberLabels([clip], labels);
  return clip;
}

/** All names, and the sizes of the first, middle and last image: a checksum of all would take minutes. */
function keyOf(folder: string, images: readonly string[]): string {
  const looked = [0, images.length >> 1, images.length - 1].map((at) => path.join(folder, images[at]));
  const sizes = looked.map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? null);
  return sha256(JSON.stringify([images, sizes]));
}

function seen(names: readonly string[]): string {
  if (names.length === 0) return " It is empty.";
  const videos = names.filter(isVideoName);
  if (videos.length > 0)
    return ` It contains videos (${videos[0]}, ...): read them with aen.clips.fromVideos.`;
  return ` It contains ${names.slice(0, 3).join(", ")}${names.length > 3 ? ", ..." : ""}; frames are .jpg, .png, .webp, .tif, .gif, .bmp or .avif files.`;
}
