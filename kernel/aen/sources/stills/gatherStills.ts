import type { Clip } from "../../clips/clip.js";
import type { ClipSet } from "../../clips/clipSet.js";
import { remark } from "../../host/remark.js";
import { dfewLabels } from "../../labels.js";
import { gatherClips, type Opening } from "../gathering/gatherClips.js";
import type { ReadLabel, WrittenLabel } from "../labels/labelRules.js";
import { wholeNumber } from "../labels/wholeNumber.js";
import type { OnDamage } from "./pictureStill.js";
import type { StillsRules } from "./stillsOptions.js";

/** A still that a source names. */
export interface NamedStill {
  readonly name: string;
  readonly label: ReadLabel;
  readonly open: (label: number | null, onDamage: OnDamage) => Promise<Clip> | Clip;
}

const repeats = "these stills name no person, and data sets of stills often show one person several times";

/**
 * Stills as clips of one frame each; the user is told which are left out or damaged, how many have no label, and which
 * emotions have none.
 * @param source the file or folder that names them, for messages
 * @throws DataError as {@link gatherClips}
 */
export async function gatherStills(
  stills: readonly NamedStill[],
  source: string,
  { labels = dfewLabels, onProblem, signal }: StillsRules,
): Promise<ClipSet> {
  const damaged: string[] = [];
  const openings = stills.map(({ name, label, open }): Opening => ({
    name,
    open:
      label === undefined ? null : () => open(label, (reason) => void damaged.push(`${name} (${reason})`)),
  }));
  const set = await gatherClips(openings, labels, source, { onProblem, signal });
  sayDamaged(damaged, set, source);
  sayUnlabelled(set, source);
  sayMissing(set, source);
  sayCopies(set, source);
  const isNameless = set.clips.some(({ identity }) => identity === null);
  return isNameless ? set.cautioned(repeats) : set;
}

/**
 * Says how numbers were read that no label map explains: each data set numbers its emotions in an order of its own.
 */
export function sayNumbers(
  written: readonly WrittenLabel[],
  source: string,
  { labels = dfewLabels, labelMap = {}, firstLabel = 0 }: StillsRules,
): void {
  const mapped = new Set(Object.keys(labelMap).map((key) => wholeNumber(key.trim())));
  const numbers = written
    .map(({ label }) => wholeNumber(String(label ?? "").trim()) ?? -1)
    .filter((number) => number >= 0 && !mapped.has(number));
  if (numbers.length === 0) return;
  const order = labels.emotions.map((emotion, at) => `${at + firstLabel} ${emotion}`).join(", ");
  remark(
    `${source}: ${numbers.length} of its labels are numbers that no label map names (${numbers[0]}, ...) and are read as ` +
      `${order}. Data sets of stills number them otherwise: pass a labelMap, e.g. aen.stills.labelMaps.AffectNet.`,
  );
}

function sayDamaged(damaged: readonly string[], { length }: ClipSet, source: string): void {
  if (damaged.length === 0) return;
  const more = damaged.length > 3 ? `, and ${damaged.length - 3} more` : "";
  remark(
    `${source}: ${damaged.length} of ${length} pictures are damaged, and may be smeared or grey in part: ` +
      `${damaged.slice(0, 3).join(", ")}${more}. Copy or download them again.`,
  );
}

function sayUnlabelled({ clips }: ClipSet, source: string): void {
  const count = clips.filter(({ label }) => label === null).length;
  if (count > 0)
    remark(
      `${source}: ${count} of ${clips.length} stills have no label (an empty one, or -1): training does not use them.`,
    );
}

function sayMissing({ labels, classCounts }: ClipSet, source: string): void {
  const without = labels.emotions.filter((_, emotion) => classCounts[emotion] === 0);
  if (without.length > 0) remark(`${source}: no still shows ${without.join(" or ")}.`);
}

/** Says how many pictures occur more than once: a split by picture can have one on both sides. */
function sayCopies({ clips }: ClipSet, source: string): void {
  const seen = new Map<string, (number | null)[]>();
  for (const { contentKey, label } of clips) {
    if (!contentKey?.startsWith("sha256:")) continue;
    const labels = seen.get(contentKey);
    if (labels) labels.push(label);
    else seen.set(contentKey, [label]);
  }
  const copied = [...seen.values()].filter((of) => of.length > 1);
  if (copied.length === 0) return;
  const otherwise = copied.filter((of) => new Set(of).size > 1).length;
  remark(
    `${source}: ${copied.length} of ${seen.size} pictures occur more than once, ${otherwise} of them with different labels; ` +
      "a split by picture can have copies on both sides.",
  );
}
