import type { WhatIfPayload } from "../payload/whatIf.js";

/** "sentiment 0.6, energy 0" */
export function settingsWords({ terms }: WhatIfPayload, weights: readonly number[]): string {
  return terms.map(({ name }, i) => `${name} ${Number(weights[i].toFixed(3))}`).join(", ");
}

/** The index of the computed point that is nearest to some weights, each measured by its slider's range. */
export function nearestPoint({ terms, points }: WhatIfPayload, weights: readonly number[]): number {
  const distances = points.map((point) =>
    terms.reduce((sum, { lowest, highest }, i) => {
      const range = highest - lowest || 1;
      return sum + ((point.weights[i] - weights[i]) / range) ** 2;
    }, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/** The settings as code for a cell. */
export function settingsCode(payload: WhatIfPayload, weights: readonly number[], beta: number): string {
  const { terms, code } = payload;
  const number = (value: number) => String(Number(value.toFixed(4)));
  if (code === undefined) {
    const lines = terms.map(({ name }, i) => `  ${JSON.stringify(name)}: ${number(weights[i])},`);
    return `const weights = {\n${lines.join("\n")}\n};\nconst beta = ${number(beta)};\n`;
  }
  const filled = terms.reduce((text, { name }, i) => text.replaceAll(`{${name}}`, number(weights[i])), code);
  return filled.replaceAll("{beta}", number(beta));
}
