import { noteDeprecated } from "../host/deprecated.js";
import { remark } from "../host/remark.js";
import { remarksOnSizes } from "../clips/frameSizes.js";
import { clipFrom } from "./clipFrom.js";
import { DatasetTable } from "./datasets/datasetTable.js";
import { clipsFromDescription, writeDescription } from "./datasets/describedClips.js";
import { clipsFromDataset } from "./datasets/fromDataset.js";
import { clipFromFolder } from "./images/fromFolder.js";
import { clipsFromClassFolders } from "./annotations/fromClassFolders.js";
import { clipsFromList } from "./annotations/fromList.js";
import { clipsFromTable } from "./annotations/fromTable.js";
import { expressionPseudoLabels } from "./pseudoLabels/pseudoLabels.js";
import { stillsOf } from "../clips/stills.js";
import { syntheticClips } from "../synthetic/syntheticClips.js";
import { clipFromVideo, clipsFromVideos } from "./video/fromVideos.js";
import { peopleOfVideo } from "./video/peopleOfVideo.js";
import { importVideos } from "./datasets/importVideos.js";

const fromFolder: typeof clipFromFolder = async (...given) => {
  const clip = await clipFromFolder(...given);
  (await remarksOnSizes([clip], clip.id)).forEach(remark);
  return clip;
};

const describe: typeof writeDescription = (...given) => {
  noteDeprecated("aen.clips.describe", "aen.clips.writeDescription");
  return writeDescription(...given);
};

/** Where clips come from. */
export const clips = {
  from: clipFrom,
  fromVideo: clipFromVideo,
  fromVideos: clipsFromVideos,
  people: peopleOfVideo,
  fromFolder,
  fromClassFolders: clipsFromClassFolders,
  fromList: clipsFromList,
  fromTable: clipsFromTable,
  fromDataset: clipsFromDataset,
  fromDescription: clipsFromDescription,
  writeDescription,
  /** @deprecated Use {@link writeDescription}; it does the same. */
  describe,
  /** The data sets known by name, with their label maps and dropped labels. */
  datasets: new DatasetTable(),
  importVideos,
  expressionPseudoLabels,
  synthetic: syntheticClips,
  stills: stillsOf,
} as const;

export { stills } from "./stills/index.js";
