import type { WhatIfPayload } from "../../contracts/payloads/whatIf.js";

/** "sentiment 0.6, energy 0" */
export function settingsWords({ terms }: WhatIfPayload, weights: readonly number[]): string {
  return terms.map(({ name }, i) => `${name} ${Number(weights[i].toFixed(3))}`).join(", ");
}

/** The index of the computed point nearest to the given weights, each measured relative to its slider's range. */
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
  return filled(code, [
    ...terms.map(({ name }, i) => [name, number(weights[i])] as const),
    ["beta", number(beta)],
  ]);
}

/**
 * Replaces each `{name}` in a template by its value, except inside double-quoted text, which may contain braces.
 * If two values have the same name, its first occurrence gets the first value and all others get the last.
 */
function filled(template: string, values: readonly (readonly [name: string, value: string])[]): string {
  const left = [...values];
  const names = values.map(([name]) => name).sort((a, b) => b.length - a.length);
  const places = names.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return template.replaceAll(
    new RegExp(`"(?:[^"\\\\]|\\\\.)*"|\\{(${places})\\}`, "gu"),
    (text: string, name?: string) => {
      if (name === undefined) return text;
      const at = left.findIndex(([other]) => other === name);
      const [, value] = left[at];
      if (left.some(([other], i) => i > at && other === name)) left.splice(at, 1);
      return value;
    },
  );
}
