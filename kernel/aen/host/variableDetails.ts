import type { VariableDetails } from "../../contracts/variableDetails.js";

/** What is to be shown of a value; undefined for a value that it does not know. */
export type Describer = (value: unknown) => Promise<VariableDetails> | undefined;

const describers: Describer[] = [];

/** Adds a kind of value that the viewer of variables knows. */
export function describeValues(describer: Describer): void {
  describers.push(describer);
}

/** What the first describer that knows a value says of it. */
export function knownDetails(value: unknown): Promise<VariableDetails> | undefined {
  for (const describe of describers) {
    const details = describe(value);
    if (details) return details;
  }
  return undefined;
}
