import type { FrameTruth } from "../../../contracts/frameTruth.js";
import type { FrameImages } from "../../../images/frameImages.js";
import type { Clip, ClipSource } from "../../clips/clip.js";
import { checkFrameNumbers } from "../../clips/checkFrameNumbers.js";
import { keyByName } from "../../clips/knownClips.js";
import type { DamagedFrame } from "../../clips/clip.js";
import { damagedPictures, readFrames, readPictures, type FrameFiles } from "../images/frameFiles.js";
import type { Picture } from "../../../images/picture.js";
import type { ListEntry } from "./annotationList.js";
import { listedFrames } from "./listedFrames.js";

interface ListedSource {
  readonly id: string;
  readonly folder: string;
  readonly frameCount: number;
}

/** A clip of an annotation list: a folder whose contents are read with the first frame. */
export class ListedClip implements Clip {
  readonly id: string;
  readonly label: number | null;
  readonly frameCount: number;
  readonly frameRate = null;
  readonly truth: readonly FrameTruth[] | null = null;
  #files: Promise<string[]> | undefined;

  constructor(
    readonly folder: string,
    entry: Pick<ListEntry, "path" | "frames"> & { readonly label: number | null },
    readonly identity: string | null = null,
    readonly groups: Clip["groups"] = undefined,
  ) {
    this.id = entry.path;
    this.label = entry.label;
    this.frameCount = entry.frames;
  }

  get contentKey(): string {
    return keyByName(this);
  }

  get source(): ClipSource {
    const data: ListedSource = { id: this.id, folder: this.folder, frameCount: this.frameCount };
    return { module: import.meta.url, data };
  }

  /** Listed anew until frames are read, so that the user may mend the folder. */
  contentFiles(): Promise<readonly string[]> {
    return this.#files ?? listedFrames(this.folder, this.frameCount);
  }

  async damagedFrames(which: "all" | "JPEGs", signal?: AbortSignal): Promise<DamagedFrame[]> {
    return damagedPictures((await this.#find([])).files, which, signal);
  }

  async read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages> {
    return readFrames(await this.#find(frames), frames, signal);
  }

  async readPictures(frames: readonly number[], signal?: AbortSignal): Promise<readonly Picture[]> {
    return readPictures(await this.#find(frames), frames, signal);
  }

  async #find(frames: readonly number[]): Promise<FrameFiles> {
    checkFrameNumbers(frames, this);
    this.#files ??= listedFrames(this.folder, this.frameCount);
    this.#files.catch(() => (this.#files = undefined)); // the user may mend the folder and read again
    return { id: this.id, files: await this.#files };
  }
}

/** The clip in a worker thread. */
export function openClip(data: unknown): Pick<Clip, "read" | "readPictures"> {
  const { id, folder, frameCount } = data as ListedSource;
  return new ListedClip(folder, { path: id, frames: frameCount, label: null });
}
