import type { LabelSet } from "../../labels.js";
import { DataError, type DataPlace } from "../../../files/dataError.js";
import { namedTwice } from "../../clips/namedTwice.js";
import { labelIndex } from "./labelIndex.js";
import { wholeNumber } from "./wholeNumber.js";

/** How the labels of a list, a table, a record or a folder's name are read: the same for every source of clips. */
export interface LabelRules {
  /** The source's own labels, case-insensitive, and the emotion that each stands for; null leaves its clips out. */
  readonly labelMap?: Readonly<Record<string, string | null>>;
  /**
   * The number of the first emotion, where labels are numbers: 0 or 1. Without it, numbers count from 0 if a 0 is among
   * them; otherwise they could count from either and are refused.
   */
  readonly firstLabel?: number;
}

/** A label as it stands in a source. */
export interface WrittenLabel {
  readonly label: string | number | null;
  readonly place?: DataPlace;
}

/** The index of an emotion, null for an unlabelled clip, undefined for one that the label map leaves out. */
export type ReadLabel = number | null | undefined;

/**
 * Reads all labels of one source. `-1` and an empty field mean no label.
 * @param source the file that they are in, for messages
 * @throws DataError for a label that is none of the emotions, for numbers that may count from 0 or from 1, and for a label
 *   map that names a label twice
 */
export function readWrittenLabels(
  written: readonly WrittenLabel[],
  labels: LabelSet,
  rules: LabelRules = {},
  source?: string,
): ReadLabel[] {
  const map = labelMapOf(rules.labelMap ?? {}, source);
  const mapped = written.map(({ label, place }) => {
    const found = map.get(keyOf(label));
    return { label: found === undefined ? label : found, place, isMapped: found !== undefined };
  });
  const plain = mapped.filter(({ isMapped }) => !isMapped);
  const first = rules.firstLabel ?? firstLabelOf(plain, labels, source);
  return mapped.map(({ label, place, isMapped }) => {
    if (isMapped && label === null) return undefined;
    return labelIndex(label, labels, place, isMapped ? 0 : first);
  });
}

type LabelMap = NonNullable<LabelRules["labelMap"]>;

/** A data set's own label map with the entries of the user's in place of those that are about the same labels. */
export function overridden(known: LabelMap, own: LabelMap = {}): LabelMap {
  const named = new Set(Object.keys(own).map(keyOf));
  const others = Object.entries(known).filter(([key]) => !named.has(keyOf(key)));
  return { ...Object.fromEntries(others), ...own };
}

function labelMapOf(map: LabelMap, file: string | undefined): Map<string, string | null> {
  const keys = Object.keys(map);
  const twice = namedTwice(keys, keyOf);
  if (twice !== null) {
    const [one, other] = twice.map((at) => `"${keys[at]}"`);
    throw new DataError(`the labelMap names one label twice, as ${one} and ${other}; keep one entry.`, {
      file,
    });
  }
  return new Map(Object.entries(map).map(([key, emotion]) => [keyOf(key), emotion]));
}

function keyOf(label: string | number | null): string {
  const text = String(label ?? "").trim();
  return String(wholeNumber(text) ?? text.toLowerCase());
}

/** 0 where that is certain, or where there are no numbers; labels beyond the last are left to {@link labelIndex}. */
function firstLabelOf(written: readonly WrittenLabel[], labels: LabelSet, file: string | undefined): number {
  const numbers = written
    .map(({ label }) => wholeNumber(String(label ?? "").trim()))
    .filter((number) => number !== null && number >= 0) as number[];
  const least = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  const { emotions } = labels;
  if (numbers.length === 0 || least === 0 || most >= emotions.length) return 0;
  const range = least === most ? `${least}` : `${least} to ${most}`;
  throw new DataError(
    `its labels are ${range}, so they may count from 0 (${least} is ${emotions[least]}) or from 1 ` +
      `(${least} is ${emotions[least - 1]}). Pass firstLabel: 0 or firstLabel: 1.`,
    { file },
  );
}
