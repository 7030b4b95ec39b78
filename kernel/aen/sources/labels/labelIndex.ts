import type { LabelSet } from "../../labels.js";
import { DataError, type DataPlace } from "../../../files/dataError.js";
import { wholeNumber } from "./wholeNumber.js";

/**
 * The index of a label given by name ("Happy", case-insensitive) or by number ("0", 0, "1.0").
 * @param firstLabel the number of the first emotion
 * @returns null when no label was given, or -1
 * @throws DataError when the label is not in the label set
 */
export function labelIndex(
  label: string | number | null | undefined,
  labels: LabelSet,
  place: DataPlace = {},
  firstLabel = 0,
): number | null {
  if (label === null || label === undefined || label === "") return null;
  const text = String(label).trim();
  const number = wholeNumber(text);
  if (number === -1) return null;
  const index =
    number === null
      ? labels.emotions.findIndex((emotion) => emotion.toLowerCase() === text.toLowerCase())
      : number - firstLabel;
  if (index >= 0 && index < labels.emotions.length) return index;
  const named = labels.emotions.map((emotion, at) => `${at + firstLabel} ${emotion}`).join(", ");
  const hint =
    number === labels.emotions.length && firstLabel === 0
      ? " If the labels count from 1, pass firstLabel: 1."
      : "";
  throw new DataError(`"${text}" is not one of the labels ${named}.${hint}`, place);
}
