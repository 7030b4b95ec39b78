import type { Clip } from "./clip.js";

/** What is known about a clip besides its frames. */
export interface ClipFacts {
  readonly id?: string;
  readonly label?: number | null;
  readonly identity?: string | null;
  readonly groups?: Clip["groups"];
  /** The recording, where the frames were made from it. */
  readonly contentFiles?: readonly string[];
}
