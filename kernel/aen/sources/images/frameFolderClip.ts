import type { ClipFacts } from "../../clips/clipFacts.js";
import type { FaceBox, FaceSight, FrameTruth } from "../../../contracts/frameTruth.js";
import type { FrameImages } from "../../../images/frameImages.js";
import type { Clip, ClipSource } from "../../clips/clip.js";
import { readFrames } from "./frameFiles.js";

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
  }

  contentFiles(): Promise<readonly string[]> {
    return Promise.resolve(this.#contentFiles);
  }

  get frameCount(): number {
    return this.files.length;
  }

  get source(): ClipSource {
    const module = new URL("./frameFiles.js", import.meta.url).href;
    return { module, data: { id: this.id, files: this.files } };
  }

  read(frames: readonly number[], signal?: AbortSignal): Promise<FrameImages> {
    return readFrames(this, frames, signal);
  }
}
