import assert from "node:assert/strict";
import { settingsCode } from "../../../../kernel/figures/compute/whatIfSettings.js";
import type { WhatIfPayload } from "../../../../kernel/contracts/payloads/whatIf.js";
import { awkwardNames } from "../../aen/awkwardNames.js";

/** A payload with terms of these names and the template that the kernel writes for them. */
function payloadOf(names: readonly string[]): WhatIfPayload {
  const lines = names.map((name) => `${JSON.stringify(name)}: {${name}},`);
  const terms = names.map((name) => ({ name, lowest: 0, highest: 1 }));
  const code = `({ weights: { ${lines.join("\n")} }, beta: {beta} })`;
  return { view: "what-if", version: 1, study: "s", terms, code } as unknown as WhatIfPayload;
}

describe("the settings of a what-if view as code", () => {
  const names = [...awkwardNames, "beta", "{beta}"];
  const run = (code: string) => (0, eval)(code) as { weights: Record<string, number>; beta: number };

  it("say for each term its own weight, whatever the terms are called", () => {
    const weights = names.map((_, i) => (i + 1) / 8);
    const said = run(settingsCode(payloadOf(names), weights, 0.3));
    assert.deepEqual(said.weights, Object.fromEntries(names.map((name, i) => [name, weights[i]])));
    assert.equal(said.beta, 0.3);
  });

  it("fill in a name wherever a template has it", () => {
    const payload = { ...payloadOf(["a"]), code: "[{a}, {a}, {beta}, {beta}]" };
    assert.equal(settingsCode(payload, [2], 0.5), "[2, 2, 0.5, 0.5]");
  });
});
