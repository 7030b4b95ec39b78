import type { LossTerm } from "../../losses/lossTerm.js";
import { choicesBehind, lossTerms, type LossOptions } from "../../losses/lossTerms.js";
import {
  functionFrom,
  portableFunction,
  type KnownModules,
  type PortableFunction,
} from "./portableFunction.js";

/** The function of a loss term: one of AEN's by its name and choices, or a function of the user's own. */
export type PortableTermFunction =
  | { readonly name: string; readonly choices: Required<LossOptions> }
  | { readonly function: PortableFunction };

/** A loss term as data; `function` is a place in the list of functions, so that arms that share one still do. */
export interface PortableTerm extends Pick<LossTerm, "name" | "weight" | "description"> {
  readonly function: number;
}

/** Writes loss terms; their functions, each once, into {@link functions}. */
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

/** Makes loss terms again from what {@link TermWriter} wrote. */
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

function portableTermFunction(name: string, value: LossTerm["value"]): PortableTermFunction {
  const choices = choicesBehind(value);
  const original = choices && lossTerms(choices).find((term) => term.name === name);
  if (original && original.value.toString() === value.toString()) return { name, choices };
  return { function: portableFunction(value, `The loss term "${name}"`) };
}

function termFunction(given: PortableTermFunction, known: KnownModules): LossTerm["value"] {
  if ("function" in given) return functionFrom(given.function, known) as LossTerm["value"];
  return lossTerms(given.choices).find(({ name }) => name === given.name)!.value;
}
