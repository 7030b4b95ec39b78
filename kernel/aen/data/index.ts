import { clipFrom } from "./clipFrom.js";
import { DatasetTable } from "./datasets/datasetTable.js";
import { clipsFromDescription, writeDescription } from "./datasets/describedClips.js";
import { clipsFromDataset } from "./datasets/fromDataset.js";
import { clipFromFolder } from "./images/fromFolder.js";
import { clipsFromClassFolders } from "./images/fromFolders.js";
import { clipsFromList } from "./lists/fromList.js";
import { clipsFromTable } from "./lists/fromTable.js";
import { expressionPseudoLabels } from "./pseudoLabels/pseudoLabels.js";
import { stillsOf } from "./stills.js";
import { syntheticClips } from "./synthetic/syntheticClips.js";
import { clipFromVideo, clipsFromVideos } from "./video/fromVideos.js";
import { importVideos } from "./video/importVideos.js";

/** Where clips come from. */
export const clips = {
  from: clipFrom,
  fromVideo: clipFromVideo,
  fromVideos: clipsFromVideos,
  fromFolder: clipFromFolder,
  fromClassFolders: clipsFromClassFolders,
  fromList: clipsFromList,
  fromTable: clipsFromTable,
  fromDataset: clipsFromDataset,
  fromDescription: clipsFromDescription,
  describe: writeDescription,
  /** The data sets known by name, with their label maps and what they leave out. */
  datasets: new DatasetTable(),
  importVideos,
  expressionPseudoLabels,
  synthetic: syntheticClips,
  stills: stillsOf,
} as const;
