import { labelMaps } from "./labelMaps.js";
import { stillsFromFer2013 } from "./fromFer2013.js";
import { stillsFromFolder } from "./fromFolder.js";
import { stillsFromList } from "./fromList.js";
import { stillsFromTable } from "./fromTable.js";

/** Where labelled stills come from: each is a set of clips of one frame, for `aen.bottomUp.fit` and for pretraining. */
export const stills = {
  fromFolder: stillsFromFolder,
  fromList: stillsFromList,
  fromTable: stillsFromTable,
  fromFer2013: stillsFromFer2013,
  /** How data sets of stills number or name their emotions. */
  labelMaps,
} as const;
