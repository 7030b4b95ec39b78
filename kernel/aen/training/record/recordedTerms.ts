import { functionIdentity, unseenByIdentity } from "../../losses/functionIdentity/functionIdentity.js";
import type { LossFamily } from "../../losses/lossFamily.js";
import { publishedLoss, type LossOptions } from "../../losses/lossOptions.js";
import { type LossTerm, lossTerm, requireTerms } from "../../losses/lossTerm.js";
import {
  builtInFunction,
  builtInTerm,
  type BuiltInTerm,
  lossFamilies,
  lossTerms,
} from "../../losses/lossTerms.js";
import { NotPortableError, portableFunction } from "../../losses/portable/portableFunction.js";
import { portableTermFunction, type PortableTermFunction } from "../../losses/portable/portableTerms.js";

/** A loss term in `run.json`. */
export interface RecordedTerm {
  readonly name: string;
  readonly weight: number;
  readonly description?: string;
  /** The text of its function. */
  readonly code: string;
  /** `functionIdentity` of its function; absent where that cannot be told, and in records of earlier versions. */
  readonly fingerprint?: string;
  /** What makes its function again, or why that is impossible; absent in records of earlier versions. */
  readonly made?: PortableTermFunction | { readonly missing: string };
}

/** Characters of JSON that a user's function may take in a record, with the values that it closes over. */
const longestFunction = 4e6;

export function recordTerm({ name, weight, description, value }: LossTerm): RecordedTerm {
  const code = value.toString();
  return { name, weight, description, code, fingerprint: fingerprintOf(value), made: madeOf(name, value) };
}

/** Undefined when a value that the function uses cannot be read: its text alone is then compared. */
function fingerprintOf(value: LossTerm["value"]): string | undefined {
  try {
    return functionIdentity(value);
  } catch {
    return undefined;
  }
}

function madeOf(name: string, value: LossTerm["value"]): RecordedTerm["made"] {
  try {
    const made = portableTermFunction(name, value);
    if (JSON.stringify(made).length <= longestFunction) return made;
    return { missing: "the values that it uses are too large for a record" };
  } catch (error) {
    if (error instanceof NotPortableError) return { missing: error.why };
    return { missing: `a value that it uses cannot be written (${(error as Error).message})` };
  }
}

/**
 * The terms with which a recorded run goes on: those of AEN are made again with their choices, the others must be
 * given again.
 * @param given terms that are used instead; each must be the one of its name in the record
 * @param onWarning called for a term of which not everything could be compared
 * @throws RangeError naming the term that is missing, differs, or cannot be told from another
 */
export function resumedTerms(
  recorded: readonly RecordedTerm[],
  given: readonly LossTerm[] = [],
  onWarning: (message: string) => void = () => {},
): LossTerm[] {
  requireTerms(given);
  const foreign = given.find(({ name }) => recorded.every((term) => term.name !== name));
  if (foreign) {
    const names = recorded.map(({ name }) => `"${name}"`).join(", ");
    throw new RangeError(
      `The run has no loss term "${foreign.name}", it has ${names}: leave it out of { loss }, or start a new run.`,
    );
  }
  return recorded.map((term) => {
    const again = given.find(({ name }) => name === term.name);
    if (again) {
      requireSameTerm(term, again);
      warnOfUnseen(again, onWarning);
    }
    const value = again?.value ?? ownFunction(term);
    return lossTerm(term.name, value, {
      weight: term.weight,
      description: term.description ?? again?.description ?? describedLike(value),
    });
  });
}

function warnOfUnseen({ name, value }: LossTerm, onWarning: (message: string) => void): void {
  const why = builtInTerm(value) ? null : unseenByIdentity(value);
  if (!why) return;
  onWarning(
    `The loss term "${name}" could be compared with the run's only in part: ${why}. Make sure that it is the run's own; ` +
      `to have it compared, define it as (inputs) => ... with plain data beside it.`,
  );
}

/** Records of earlier versions hold no descriptions. */
function describedLike(value: LossTerm["value"]): string | undefined {
  const made = builtInTerm(value);
  return made ? lossTerms(made.choices).find(({ name }) => name === made.name)?.description : undefined;
}

/** The function of a term that is not given again. */
function ownFunction(term: RecordedTerm): LossTerm["value"] {
  const { name, weight, code, made } = term;
  if (made && isBuiltIn(made)) {
    const value = builtInFunction(made);
    if (value) return value;
    throw new RangeError(
      `The run has the loss term "${made.name}", which this version of AEN Notebook lacks.`,
    );
  }
  const earlier = made ? null : builtInWithoutChoices(term);
  if (earlier) return earlier;
  throw new RangeError(
    `The run had a loss term "${name}" of its own: give it again with ` +
      `{ loss: [aen.lossTerm(${JSON.stringify(name)}, ..., { weight: ${weight} })] }. It was: ${code}`,
  );
}

/**
 * A built-in function from a record that does not hold choices: only where there are none.
 * @returns null for a function of the user's own
 * @throws RangeError when choices would have to be guessed
 */
function builtInWithoutChoices({ name, code }: RecordedTerm): LossTerm["value"] | null {
  for (const { options, terms } of Object.values<LossFamily>(lossFamilies)) {
    if (!terms(publishedLoss).some((term) => term.name === name)) continue;
    const value = builtInFunction({ name, choices: {} });
    if (value?.toString() !== code) return null;
    if (options.length === 0) return value;
    throw new RangeError(
      `The record of this run is of an earlier version and does not say with which choices the loss term "${name}" was made ` +
        `(${options.join(", ")}): give the terms of the run again with { loss }. By default they were ` +
        `aen.lossTerms(aen.recommendedLoss); for the model "published", aen.lossTerms().`,
    );
  }
  return null;
}

function requireSameTerm(recorded: RecordedTerm, given: LossTerm): void {
  const { name, weight, code, fingerprint, made } = recorded;
  if (given.weight !== weight) {
    throw new RangeError(
      `The loss term "${name}" weighs ${weight} in the run, and ${given.weight} as given: give it with the run's ` +
        `weight, or start a new run.`,
    );
  }
  const difference =
    made && isBuiltIn(made)
      ? differenceOfBuiltIns(made, given.value)
      : fingerprint === undefined
        ? given.value.toString() !== code && `it was ${code}`
        : functionIdentity(given.value) !== fingerprint && differenceOfOwn(recorded, given);
  if (!difference) return;
  throw new RangeError(
    `The loss term "${name}" is not the one of the run: ${difference}. Give the run's own, or start a new run.`,
  );
}

function differenceOfBuiltIns(recorded: BuiltInTerm, given: LossTerm["value"]): string | false {
  const other = builtInTerm(given);
  if (other?.name !== recorded.name) return `it was AEN's own "${recorded.name}"`;
  const choices: Required<LossOptions> = { ...publishedLoss, ...recorded.choices };
  const names = Object.keys(choices) as (keyof LossOptions)[];
  const differing = names.filter(
    (name) => JSON.stringify(choices[name]) !== JSON.stringify(other.choices[name]),
  );
  const told = differing.map((name) => `${name} ${JSON.stringify(choices[name])}`);
  return differing.length > 0 && `it was made with ${told.join(", ")}`;
}

function differenceOfOwn({ name, code, made }: RecordedTerm, { value }: LossTerm): string {
  if (value.toString() !== code) return `it was ${code}`;
  const variables = made && "function" in made ? differingVariables(made, name, value) : [];
  const what = variables.length > 0 ? variables.map((each) => `"${each}"`).join(", ") : "a variable";
  return `its text is the same, but ${what}, which it uses, had another value`;
}

function differingVariables(
  made: Extract<PortableTermFunction, { function: unknown }>,
  name: string,
  value: LossTerm["value"],
): string[] {
  try {
    const { variables } = portableFunction(value, name);
    const before = made.function.variables;
    const differing = Object.keys(before).filter(
      (each) => JSON.stringify(before[each]) !== JSON.stringify(variables[each]),
    );
    return differing.map((each) => each.replace(/^__scope\./, ""));
  } catch {
    return [];
  }
}

function isBuiltIn(made: NonNullable<RecordedTerm["made"]>): made is BuiltInTerm {
  return "choices" in made;
}
