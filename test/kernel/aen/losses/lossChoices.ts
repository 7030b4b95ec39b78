import { recommendedLoss, type LossOptions } from "../../../../kernel/aen/losses/lossTerms.js";

/** The values that each choice of the built-in terms can have. */
export const lossChoices: { readonly [Name in keyof LossOptions]-?: readonly Required<LossOptions>[Name][] } =
  {
    clipGroupScore: ["mean", "sum", "log of sum"],
    frameScore: ["logit", "probability", "share"],
    transferPulls: ["features and class vectors", "class vectors"],
    transferDivision: ["width", "none"],
    transferLevels: [[], [0], [1], [3], [0, 1], [0, 3], [1, 3], [0, 1, 3]],
    energyPooling: ["sum", "mean"],
    energyGroupShare: ["mean", "sum"],
    energyActivation: ["sigmoid", "softmax"],
    sentimentEnergyWeight: [0.7, 0.1],
  };

/** Every combination of choices. */
export function everyChoice(): Required<LossOptions>[] {
  let all: Required<LossOptions>[] = [recommendedLoss];
  for (const [name, values] of Object.entries(lossChoices))
    all = all.flatMap((choices) => values.map((value) => ({ ...choices, [name]: value })));
  return all;
}
