import type { LossOptions } from "./lossOptions.js";
import type { LossTerm } from "./lossTerm.js";

/** Loss terms that belong together: one file of kernel/aen/losses/terms. */
export interface LossFamily {
  /** The terms; each call returns new functions, so that a function identifies its options. */
  readonly terms: (choices: Required<LossOptions>) => LossTerm[];
  /** The options that its terms depend on. */
  readonly options: readonly (keyof LossOptions)[];
  /** Options that enable all of its terms, for families where the published options leave one out. */
  readonly complete?: LossOptions;
  /** Names of its terms in the published code's records (SPEC.md, section 10); a term not listed is our own. */
  readonly published: Readonly<Record<string, string>>;
}
