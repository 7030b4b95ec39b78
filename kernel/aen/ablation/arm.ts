import type { LossTerm } from "../losses/lossTerm.js";
import { requireName } from "../givenNames.js";
import { baselineNames, type ClipModelName } from "../model/clipModel.js";
import type { ModelConfiguration } from "../model/configuration.js";
import type { TrainOptions } from "../training/trainOptions.js";

/** Training settings that an arm may change. */
export type ArmTraining = Pick<
  TrainOptions,
  "epochs" | "batch" | "optimizer" | "learningRate" | "schedule" | "sampling" | "frameOrder" | "balanced"
>;

/** How an arm differs from the base. Terms are given by full name or prefix. */
export interface ArmChanges {
  /** Loss terms to leave out, e.g. "semantic transfer" for those of all levels. */
  readonly without?: string | readonly string[];
  /** New weights of loss terms by name; 0 switches a term off. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Custom terms; one with the name of a base term replaces it. */
  readonly add?: LossTerm | readonly LossTerm[];
  /**
   * Another network: `clipModel` for a baseline, which learns by its own loss where it lacks a head of the base; levels, branches,
   * attention, sizes of the temporal encoders.
   */
  readonly model?: Partial<Omit<ModelConfiguration, "preset">>;
  /** Other sentiment groups: emotions by group name. The arm is still judged by the groups of the base. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Other sampling, balancing, learning rate and the like. */
  readonly training?: ArmTraining;
}

/** One variant in an ablation. */
export interface Arm {
  readonly name: string;
  readonly changes: ArmChanges;
}

/** Arms that depend on the terms of the base. */
export type ArmDesign = (baseTerms: readonly LossTerm[]) => readonly Arm[];

/**
 * A variant to compare with the base.
 * @throws RangeError for an invalid name
 * @example aen.arm("no energy", { without: "energy" })
 */
export function arm(name: string, changes: ArmChanges): Arm {
  requireName("An arm", name);
  return { name, changes };
}

/** Designs that make arms from the loss terms of the base; spread them into a list of arms. */
export const arms = {
  /** Leave one out: for each loss term an arm without it. */
  withoutEachTerm(): ArmDesign[] {
    return [(terms) => terms.map(({ name }) => arm(`without ${name}`, { without: name }))];
  },

  /** Leave one out, by groups of terms: `withoutEach("sentiment", "semantic transfer", "energy")`. */
  withoutEach(...names: readonly string[]): Arm[] {
    return names.map((name) => arm(`without ${name}`, { without: name }));
  },

  /** Add one in: an arm without any of these terms, and for each term an arm with only that one of them. */
  onlyEach(...names: readonly string[]): Arm[] {
    const none = arm(`without ${names.join(", ")}`, { without: names });
    const others = (name: string) => names.filter((other) => other !== name);
    return [none, ...names.map((name) => arm(`only ${name}`, { without: others(name) }))];
  },

  /**
   * The baselines that an AEN is compared with, all on the base's bottom-up branch, simplest first, and the base on
   * shuffled frames: what it knows from time. Names choose some of them: `baselines("GRU", "shuffled frames")`.
   */
  baselines(...names: readonly (ClipModelName | "shuffled frames")[]): Arm[] {
    const chosen = names.length > 0 ? names : ([...baselineNames, "shuffled frames"] as const);
    return chosen.map((name) =>
      name === "shuffled frames"
        ? arm(name, { training: { frameOrder: "shuffled" } })
        : arm(name, { model: { clipModel: name } }),
    );
  },

  /** Full factorial: every on/off combination of these terms, except the base, where all are on. */
  factorial(...names: readonly string[]): Arm[] {
    return Array.from({ length: 2 ** names.length - 1 }, (_, index) => {
      const off = names.filter((_name, bit) => (index + 1) & (1 << bit));
      return arm(`without ${off.join(", ")}`, { without: off });
    });
  },
} as const;

/**
 * All arms of a study, with designs expanded.
 * @throws RangeError when a name is invalid, is used twice or is that of the base
 */
export function expandArms(given: readonly (Arm | ArmDesign)[], baseTerms: readonly LossTerm[]): Arm[] {
  const all = given.flatMap((entry) => (typeof entry === "function" ? entry(baseTerms) : [entry]));
  const seen = new Set(["base"]);
  for (const { name } of all) {
    requireName("An arm", name);
    if (seen.has(name)) throw new RangeError(`Two arms are called "${name}"; the base is called "base".`);
    seen.add(name);
  }
  return all;
}

/**
 * The loss of an arm.
 * @throws RangeError when a name matches no term of the base
 */
export function armTerms(changes: ArmChanges, baseTerms: readonly LossTerm[]): LossTerm[] {
  const { without = [], weights = {}, add = [] } = changes;
  const off = new Set([without].flat().flatMap((name) => termsCalled(name, baseTerms)));
  const changed = new Map(
    Object.entries(weights).flatMap(([name, weight]) =>
      termsCalled(name, baseTerms).map((term) => [term, requireWeight(name, weight)] as const),
    ),
  );
  const kept = baseTerms
    .filter(({ name }) => !off.has(name))
    .map((term) => ({ ...term, weight: changed.get(term.name) ?? term.weight }));
  const byName = new Map<string, LossTerm>(kept.map((term) => [term.name, term]));
  for (const term of [add].flat() as LossTerm[]) byName.set(term.name, term);
  if (byName.size === 0)
    throw new RangeError("An arm needs at least one loss term; without any it learns nothing.");
  return [...byName.values()];
}

function termsCalled(name: string, terms: readonly LossTerm[]): string[] {
  const exact = terms.filter((term) => term.name === name);
  const found = exact.length > 0 ? exact : terms.filter((term) => term.name.startsWith(name));
  if (found.length > 0) return found.map((term) => term.name);
  const known = terms.map((term) => `"${term.name}"`).join(", ");
  throw new RangeError(`No loss term is called "${name}" or starts with it; the terms are ${known}.`);
}

function requireWeight(name: string, weight: number): number {
  if (Number.isFinite(weight) && weight >= 0) return weight;
  throw new RangeError(`The weight of "${name}" must be a number of 0 or more, got ${weight}.`);
}

/** Everything but the loss in which an arm differs from the base, in words. */
export function armSettings({ model = {}, groups, training = {} }: ArmChanges): string[] {
  const named = Object.entries({ ...model, ...training }).filter(([, value]) => value !== undefined);
  const words = named.map(
    ([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`,
  );
  return groups ? [...words, `groups: ${Object.keys(groups).join(", ")}`] : words;
}
