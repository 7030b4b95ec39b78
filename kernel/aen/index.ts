export { LabelSet, dfewLabels, type EmotionGroup } from "./labels.js";
export { clips } from "./data/index.js";
export { clipBatches, type ClipBatchesOptions } from "./data/clipBatches.js";
export { ClipSet, type SplitOptions, type TrainAndTest } from "./data/clipSet.js";
export type { Clip, Deviation, FrameImages, FrameTruth } from "./data/clip.js";
export type { ClipBatch } from "./data/clipBatch.js";
