import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { hasBehaviour, mirroredTest, modulesWithoutMirroredTest } from "./mirroredTests.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("mirrored tests", () => {
  it("exist for every module with behaviour of its own", () => {
    const wanted = modulesWithoutMirroredTest(root).map(
      (module) => `${module}: write ${mirroredTest(module)}`,
    );
    assert.equal(wanted.join("\n"), "", "modules without their mirrored test");
  });
});

describe("behaviour of a module's own", () => {
  const behaviour = {
    "a function that decides": "export function sign(x: number) { return x < 0 ? -1 : 1; }",
    "a function of several steps": "export function twice(f: () => void) { f(); f(); }",
    "an arrow function that computes": "export const double = (x: number) => 2 * x;",
    "a call around a call": "export const both = (x: number) => f(g(x));",
    "a class with a method that computes": "export class A { area() { return this.w * this.h; } }",
    "a constructor that checks":
      "export class A { constructor(n: number) { if (n < 1) throw new Error(); } }",
    "a table of functions": "export const ops = { add: (a: number, b: number) => a + b };",
    "a function exported at the end": "function half(x: number) { return x / 2; }\nexport { half };",
    "a default export": "export default function (x: number) { return x + 1; }",
  };
  for (const [what, source] of Object.entries(behaviour)) {
    it(`${what} is behaviour`, () => assert.equal(hasBehaviour(source), true));
  }

  const none = {
    "an interface": "export interface A { run(): void }",
    "a type": "export type A = string | number;",
    "a table of values": "export const sizes = { small: 1, large: 2 * 10 };",
    "a re-export": 'export { a } from "./a.js"; export * from "./b.js";',
    "a function that hands its arguments on":
      "export async function run(a: A) { return await start(a, true); }",
    "a class that stores":
      "export class A extends B { constructor(readonly n: number) { super(n); this.m = n; } }",
    "a getter": "export class A { #n = 1; get n() { return this.#n; } }",
    "an abstract class": "export abstract class A { abstract run(): void; }",
    "a function that is not exported": "function half(x: number) { return x / 2; }\nhalf(2);",
  };
  for (const [what, source] of Object.entries(none)) {
    it(`${what} is none`, () => assert.equal(hasBehaviour(source), false));
  }
});

describe("the mirrored path", () => {
  it("stands below test with the module's own path", () => {
    assert.equal(mirroredTest("kernel/engine/run/transfer.ts"), "test/kernel/engine/run/transfer.test.ts");
  });
});
