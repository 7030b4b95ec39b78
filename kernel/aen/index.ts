export { LabelSet, dfewLabels, type EmotionGroup } from "./labels.js";
export { clips } from "./data/index.js";
