import { clipFromFolder } from "./images/fromFolder.js";
import { syntheticClips } from "./synthetic/syntheticClips.js";
import { clipFromVideo, clipsFromVideos } from "./video/fromVideos.js";

/** Where clips come from. */
export const clips = {
  fromVideo: clipFromVideo,
  fromVideos: clipsFromVideos,
  fromFolder: clipFromFolder,
  synthetic: syntheticClips,
} as const;
