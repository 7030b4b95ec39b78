import { type LossOptions, publishedLoss } from "./lossOptions.js";

type Choices = { readonly [Name in keyof LossOptions]-?: string | readonly NonNullable<LossOptions[Name]>[] };

/** What each option accepts: the values themselves, or the words for them. */
const accepted: Choices = {
  clipGroupScore: ["mean", "sum", "log of sum"],
  frameScore: ["logit", "probability", "share"],
  transferPulls: ["features and class vectors", "class vectors"],
  transferDivision: ["width", "none"],
  transferLevels: "a list of semantic levels, each once, from 0 to 3",
  energyPooling: ["sum", "mean"],
  energyGroupShare: ["mean", "sum"],
  energyActivation: ["sigmoid", "softmax"],
  sentimentEnergyWeight: "a finite number, 0 or more",
};

/**
 * Refuses options that no loss term knows: a misspelt one would leave the published value in place unnoticed.
 *
 * @throws RangeError for an unknown option or a value that it does not accept, with what it does
 */
export function requireLossOptions(options: LossOptions): void {
  for (const [name, value] of Object.entries(options) as [keyof LossOptions, unknown][]) {
    if (!Object.hasOwn(publishedLoss, name))
      throw new RangeError(
        `lossTerms has no option "${name}"; it has ${Object.keys(publishedLoss).join(", ")}.`,
      );
    if (value !== undefined && Object.hasOwn(accepted, name) && !accepts(name, value))
      throw new RangeError(`"${name}" must be ${words(accepted[name])}, got ${JSON.stringify(value)}.`);
  }
}

function accepts(name: keyof LossOptions, value: unknown): boolean {
  const values: unknown = accepted[name];
  if (Array.isArray(values)) return values.includes(value);
  if (name === "sentimentEnergyWeight") return Number.isFinite(value) && (value as number) >= 0;
  return Array.isArray(value) && new Set(value).size === value.length && value.every(isLevel);
}

function isLevel(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 3;
}

function words(values: string | readonly unknown[]): string {
  return typeof values === "string" ? values : values.map((value) => JSON.stringify(value)).join(" or ");
}
