import type { LabelSet } from "../../labels.js";
import type { GatherOptions } from "../gathering/gatherClips.js";
import type { LabelRules } from "../labels/labelRules.js";

/** Options that all sources of labelled stills share. */
export interface StillsRules extends LabelRules, Omit<GatherOptions, "atLeast" | "checkFrames"> {
  /** The emotions; DFEW's seven by default. */
  readonly labels?: LabelSet;
}

/** Options of sources whose stills are picture files. */
export interface PictureRules extends StillsRules {
  /**
   * Whether each picture is decoded now, so that one that cannot be read is named before anything is trained; with false, it
   * stops the training that first reads it. JPEGs that are damaged but can be decoded in part are told.
   * @default true
   */
  readonly decode?: boolean;
}
