import assert from "node:assert/strict";
import { freeNames } from "../../../../../kernel/aen/losses/functionIdentity/freeNames.js";

describe("the names that a function does not declare itself", () => {
  const cases: [string, string[]][] = [
    ["(x) => x * factor", ["factor"]],
    ["(x) => { const factor = 2; return x * factor; }", []],
    ["({ a, b: c }, ...rest) => a + c + rest.length + b", ["b"]],
    ["(x) => ({ x, y, z: w })", ["w", "y"]],
    ["(x) => x.factor + x?.other", []],
    ["(x) => __scope.margin + __scope.tf.add(x)", ["__scope.margin", "__scope.tf"]],
    ["function own(n) { return n ? own(n - 1) : undefined; }", []],
    [
      "() => { try { f(); } catch (error) { throw error; } label: for (const i of list) continue label; }",
      ["f", "list"],
    ],
    ["() => class { #p = start; get q() { return this.#p; } m() {} }", ["start"]],
    ["() => `${left} ${(() => { let left; return left; })()}`", ["left"]],
    ["function () { return arguments.length + later; var later; }", []],
    ["() => typeof unknown", ["unknown"]],
  ];
  for (const [text, names] of cases) {
    it(`are [${names.join(", ")}] in ${text}`, () => assert.deepEqual(freeNames(text), names));
  }
});
