import type { ClipFacts } from "../../clips/clipFacts.js";
import type { FaceBox, FaceSight, FrameTruth } from "../../../contracts/frameTruth.js";
import type { FrameImages } from "../../../images/frameImages.js";
import type { Clip, ClipSource } from "../../clips/clip.js";
import { imageSize } from "../../../images/imageSize.js";
import type { DamagedFrame } from "../../clips/clip.js";
import type { Picture } from "../../../images/picture.js";
import { damagedPictures, readFrames, readPictures } from "./frameFiles.js";

/** What is known about a clip of image files. */
export interface FrameFolderFacts extends ClipFacts {
  readonly id: string;
  readonly frameRate?: number | null;
  readonly faceSights?: readonly FaceSight[];
  /** Where the face is in each frame of the recording. */
  readonly faceBoxes?: readonly (FaceBox | null)[];
  readonly contentKey?: string;
  /** Time of each frame, in seconds from the start of the recording. */
  readonly times?: readonly number[];
  /** Whether the user knows of its damaged pictures; reading them says no more of it. */
  readonly checked?: boolean;
}

/** A clip whose frames are image files. */
export class FrameFolderClip implements Clip {
  readonly id: string;
  readonly label: number | null;
  readonly identity: string | null;
  readonly groups: Clip["groups"];
  readonly frameRate: number | null;
  readonly truth: readonly FrameTruth[] | null = null;
  readonly faceSights: readonly FaceSight[] | undefined;
  readonly faceBoxes: readonly (FaceBox | null)[] | undefined;
  readonly contentKey: string | undefined;
  readonly times: readonly number[] | undefined;
  readonly #contentFiles: readonly string[];
  #checked: boolean;

  /** @param files the image files, in temporal order */
  constructor(
    readonly files: readonly string[],
    facts: FrameFolderFacts,
  ) {
    this.id = facts.id;
    this.label = facts.label ?? null;
    this.identity = facts.identity ?? null;
    this.groups = facts.groups;
    this.frameRate = facts.frameRate ?? null;
    this.faceSights = facts.faceSights;
    this.faceBoxes = facts.faceBoxes;
    this.contentKey = facts.contentKey;
    this.times = facts.times;
    this.#contentFiles = facts.contentFiles ?? files;
    this.#checked = facts.checked ?? false;
  }

  contentFiles(): Promise<readonly string[]> {
    return Promise.resolve(this.#contentFiles);
  }

  /** A broken picture has none; reading it says so. An import writes one size. */
  async frameSizes(): Promise<(readonly [width: number, height: number])[]> {
    if (this.times !== undefined) return [];
    const sizes = await Promise.all(this.files.map(imageSize));
    return sizes.filter((size) => size !== null);
  }

  async damagedFrames(which: "all" | "JPEGs", signal?: AbortSignal): Promise<DamagedFrame[]> {
    if (this.#checked) return [];
    const found = await damagedPictures(this.files, which, signal);
    this.#checked = true;
    return found;
  }

  get checked(): boolean {
    return this.#checked;
  }

  get frameCount(): number {
    return this.files.length;
  }

  get source(): ClipSource {
    const module = new URL("./frameFiles.js", import.meta.url).href;
    return { module, data: { id: this.id, files: this.files, checked: this.#checked } };
  }

  read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages> {
    return readFrames(this, frames, signal);
  }

  readPictures(frames: readonly number[], signal?: AbortSignal): Promise<Picture[]> {
    return readPictures(this, frames, signal);
  }
}
