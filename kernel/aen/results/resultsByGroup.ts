import { tableBundle } from "../../figures/table/textTable.js";
import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { clipsByGroup } from "../../metrics/clipsByGroup.js";
import { clipScores } from "../../metrics/clipScores.js";
import { figuresOfGroups, groupDifferences, type GroupFigures } from "../../metrics/figuresByGroup.js";
import type { GroupDifference } from "../../metrics/groupDifference.js";
import { Random } from "../../random/random.js";
import type { EvaluatedClips } from "./evaluatedClips.js";
import { groupsOfClips } from "./groupsOfClips.js";
import { groupCells, groupSentences, type GroupTable } from "./groupsText.js";

/**
 * Figures of an evaluation by group of people or clips, e.g. by skin, and how far groups differ. UARs are over the
 * emotions that every group has clips of, so that they can be compared. Displays as a table.
 */
export class ResultsByGroup implements GroupTable, Displayable {
  readonly field: string;
  readonly labels: GroupTable["labels"];
  /** By name of the group. */
  readonly groups: readonly GroupFigures[];
  /** Of all pairs of groups, the largest first; empty with one group, or without an emotion that all have clips of. */
  readonly differences: readonly GroupDifference[];
  /** The emotions that every group has clips of. */
  readonly emotions: readonly string[];
  /** Labelled clips with finite scores that name no group in this field. */
  readonly ungrouped: number;

  constructor(table: GroupTable) {
    this.field = table.field;
    this.labels = table.labels;
    this.groups = table.groups;
    this.differences = table.differences;
    this.emotions = table.emotions;
    this.ungrouped = table.ungrouped;
  }

  /** The largest difference of UAR between two groups; null where none can be compared. */
  get largest(): GroupDifference | null {
    return this.differences[0] ?? null;
  }

  toString(): string {
    return tableBundle(groupCells(this), groupSentences(this))["text/plain"];
  }

  [displayMethod](): MimeBundle {
    return tableBundle(groupCells(this), groupSentences(this));
  }
}

/**
 * The results of an evaluation by a field of `clip.groups`.
 * @param level of the intervals
 * @throws RangeError where no clip names this field of groups, and for more than twenty groups
 */
export function resultsByGroup(
  { clips, predictions, labels, beta }: EvaluatedClips,
  field: string,
  level: number,
  seed: number,
): ResultsByGroup {
  const of = groupsOfClips(clips.clips, field);
  const grouped = clipsByGroup(predictions.map(clipScores), of, labels, beta);
  const random = new Random(seed, "groups", field);
  return new ResultsByGroup({
    ...{ field, labels, ungrouped: grouped.ungrouped },
    groups: figuresOfGroups(grouped, level),
    differences: groupDifferences(grouped, level, () => random.unit()),
    emotions: grouped.classes.map((index) => labels.emotions[index]),
  });
}
