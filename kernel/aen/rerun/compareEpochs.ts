import type { EpochEvent } from "../../contracts/runs/trainingEvents.js";

/**
 * The first number in which an epoch differs from the recorded one, as a sentence; null when it has the same. Only what
 * both versions record is compared.
 */
export function differenceOfEpochs(recorded: EpochEvent, now: EpochEvent): string | null {
  const before = new Map(numbersOf(recorded));
  for (const [name, value] of numbersOf(now)) {
    const was = before.get(name);
    if (was !== undefined && JSON.stringify(was) !== JSON.stringify(value))
      return `${name} is ${String(value)}, it was ${String(was)}`;
  }
  return null;
}

function numbersOf({ loss, terms, validation }: EpochEvent): [string, unknown][] {
  return [
    ["the loss", loss],
    ...Object.entries(terms).map(([name, value]): [string, unknown] => [`"${name}"`, value]),
    ...Object.entries(validation ?? {}),
  ];
}
