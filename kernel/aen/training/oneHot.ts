import type { ArrayValue } from "../../engine/contract.js";

/** 1 at each row's class, else 0: `[rows, classes]`; a label of -1 gives a row of zeros. */
export function oneHot(labels: Int32Array, classes: number): ArrayValue {
  const data = new Float32Array(labels.length * classes);
  labels.forEach((label, row) => {
    if (label >= 0) data[row * classes + label] = 1;
  });
  return { data, shape: [labels.length, classes], dtype: "float32" };
}
