import { hashName, normalAt, signedAt } from "../../random/deterministicValues.js";
import type { Parameter } from "./parameterList.js";

/** Initial values of a parameter in the published order; the same for the same seed and name. */
export function initialValues(parameter: Parameter, seed: number): Float32Array {
  const { initialisation, name, shape } = parameter;
  const values = new Float32Array(shape.reduce((product, length) => product * length, 1));
  if (initialisation.law === "constant") return values.fill(initialisation.value);
  const hash = hashName(`${seed}/${name}`);
  const draw = initialisation.law === "normal" ? normalAt : signedAt;
  const scale = initialisation.law === "normal" ? initialisation.deviation : initialisation.limit;
  for (let i = 0; i < values.length; i += 1) values[i] = scale * draw(hash, i);
  return values;
}
