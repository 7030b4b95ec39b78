import type { LossTerm } from "../lossTerm.js";
import { builtInFunction, builtInTerm, type BuiltInTerm } from "../lossTerms.js";
import {
  functionFrom,
  portableFunction,
  type KnownModules,
  type PortableFunction,
} from "./portableFunction.js";

/** The function of a loss term: a built-in one by its name and choices, or a user function. */
export type PortableTermFunction = BuiltInTerm | { readonly function: PortableFunction };

/** A loss term as data; `function` indexes the list of functions, so that arms that share one still do. */
export interface PortableTerm extends Pick<LossTerm, "name" | "weight" | "description"> {
  readonly function: number;
}

/** Writes loss terms, and each of their functions once into {@link functions}. */
export class TermWriter {
  readonly functions: PortableTermFunction[] = [];
  readonly #places = new Map<LossTerm["value"], number>();

  /** @throws TypeError for a function that cannot be written, saying what to do */
  write({ name, weight, description, value }: LossTerm): PortableTerm {
    const place = this.#places.get(value) ?? this.functions.length;
    if (place === this.functions.length) {
      this.functions.push(portableTermFunction(name, value));
      this.#places.set(value, place);
    }
    return { name, weight, description, function: place };
  }
}

/** Recreates loss terms from what {@link TermWriter} wrote. */
export function termReader(
  functions: readonly PortableTermFunction[],
  known: KnownModules,
): (term: PortableTerm) => LossTerm {
  const made = functions.map((each) => termFunction(each, known));
  return ({ name, weight, description, function: place }) => ({
    name,
    weight,
    value: made[place],
    description,
  });
}

/** @throws TypeError for a function that cannot be written, saying what to do */
export function portableTermFunction(name: string, value: LossTerm["value"]): PortableTermFunction {
  return builtInTerm(value) ?? { function: portableFunction(value, `The loss term "${name}"`) };
}

/** @throws RangeError for a built-in function that this version does not have */
export function termFunction(given: PortableTermFunction, known: KnownModules): LossTerm["value"] {
  if ("function" in given) return functionFrom(given.function, known) as LossTerm["value"];
  const value = builtInFunction(given);
  if (value) return value;
  throw new RangeError(`This version of AEN Notebook has no loss term "${given.name}".`);
}
