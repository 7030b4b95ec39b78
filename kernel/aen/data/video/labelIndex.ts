import type { LabelSet } from "../../labels.js";
import { DataError, type DataPlace } from "../dataError.js";

/**
 * The index of a label that was given by name ("Happy", in any letter case) or by index ("0", 0).
 * @returns null when no label was given
 * @throws DataError when the label set has no such label
 */
export function labelIndex(
  label: string | number | null | undefined,
  labels: LabelSet,
  place: DataPlace = {},
): number | null {
  if (label === null || label === undefined || label === "") return null;
  const text = String(label).trim();
  const index = /^-?\d+$/.test(text)
    ? Number(text)
    : labels.emotions.findIndex((emotion) => emotion.toLowerCase() === text.toLowerCase());
  if (index >= 0 && index < labels.emotions.length) return index;
  const named = labels.emotions.map((emotion, number) => `${number} ${emotion}`).join(", ");
  throw new DataError(`"${text}" is none of the labels ${named}.`, place);
}
