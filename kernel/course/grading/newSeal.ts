import { randomBytes } from "node:crypto";
import { sealWith } from "../../aen/course/seal.js";
import type { KnowsSeal } from "../pointsOfCell.js";

/** A secret of one submission's run, by which the points of checks are told from made-up ones. */
export interface Seal {
  /** What the kernel runs before the submission's first cell. */
  readonly cell: string;
  readonly isGenuine: KnowsSeal;
}

export function newSeal(): Seal {
  const key = randomBytes(32).toString("hex");
  return {
    cell: `aen.sealChecks(${JSON.stringify(key)})`,
    isGenuine: ({ exercise, points, seal }, isHidden) => seal === sealWith(key, exercise, points, isHidden),
  };
}
