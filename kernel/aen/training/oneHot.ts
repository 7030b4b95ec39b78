import type { ArrayValue } from "../../engine/compile.js";

/** 1 at each row's class, else 0: `[rows, classes]`; a row of -1 stays empty. */
export function oneHot(labels: Int32Array, classes: number): ArrayValue {
  const data = new Float32Array(labels.length * classes);
  labels.forEach((label, row) => {
    if (label >= 0) data[row * classes + label] = 1;
  });
  return { data, shape: [labels.length, classes], dtype: "float32" };
}
