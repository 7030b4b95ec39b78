import assert from "node:assert/strict";
import { runInNewContext } from "node:vm";
import { declaredParameters } from "../../../kernel/notebook/parameterTypes.js";
import {
  checkParameter,
  parameterLiteral,
  type ParameterValue,
  readParameter,
} from "../../../kernel/notebook/parameterValues.js";

const declared = (declaration: string) => declaredParameters(declaration).get("p")!;
const read = (declaration: string, text: string) =>
  readParameter(text, declared(declaration), `-p p=${text}`);
const [number, text] = ["let p = 1;", 'let p = "a";'];

/** What a text stands for where a parameter is declared in a way. */
const meanings: [declaration: string, text: string, value: ParameterValue][] = [
  ...["007", "1e3", "1_000", "0x10", "NaN", "true", "null", "10n", "[1]", "", " a ", "a=b", "日本"].map(
    (each): [string, string, string] => [text, each, each],
  ),
  [number, "20", 20],
  [number, "007", 7],
  [number, "-1.5", -1.5],
  [number, "+.5", 0.5],
  [number, "1e-3", 0.001],
  [number, "2.E5", 200_000],
  [number, "1_000_000", 1_000_000],
  [number, "0x1F", 31],
  [number, "-0b101", -5],
  [number, "0o17", 15],
  [number, "-0", -0],
  ...["NaN", "nan"].map((each): [string, string, number] => [number, each, NaN]),
  ...["Infinity", "inf", "+Inf"].map((each): [string, string, number] => [number, each, Infinity]),
  [number, "-inf", -Infinity],
  ["let p = true;", "False", false],
  ["let p: boolean | undefined;", "true", true],
  ["let p = 10n;", "12345678901234567890", 12345678901234567890n],
  ["let p = 10n;", "-5n", -5n],
  ["let p: bigint;", "0xFFn", 255n],
  ["let p = [1, 2];", "[3, 4.5]", [3, 4.5]],
  ["let p: readonly string[] = [];", '["a"]', ["a"]],
  ["let p: Array<number>;", "[]", []],
  ["let p = { a: 1 };", '{"a": [null]}', { a: [null] }],
  ["let p: Record<string, number>;", '{"b": 2}', { b: 2 }],
  ["let p: string | null = null;", "None", null],
  ["let p: string | null = null;", "none.mp4", "none.mp4"],
  ["let p: string | undefined;", "undefined", undefined],
  ["let p: string | number;", "0x10", 16],
  ["let p: string | number;", "a", "a"],
  ["let p: number | number[] = 1;", "[1]", [1]],
  ['type Preset = "tiny" | "small"; let p: Preset = "tiny";', "small", "small"],
  ["let p: 1 | 2 | -3 = 1;", "-3", -3],
  ['let p: "1" | "2" = "1";', "2", "2"],
  ['let p = "a" as "a" | "b" | null;', "null", null],
  ["let p = (-(1 / 3));", "0.5", 0.5],
  ["let p = `a${1}`;", "5", "5"],
  ['let p = "a" + 1;', "5", "5"],
  ["let p = true ? 1 : 2;", "5", 5],
  ["let p = NaN;", "5", 5],
  ["let p = null;", "5", 5],
  ["let p: any;", "007", "007"],
  ["let p: unknown;", "1e3", 1000],
  ["let p = undefined;", "10n", 10n],
  ["let p = f();", '{"a": 1}', { a: 1 }],
  ["let p = f();", '"5"', "5"],
  ["let p = f();", "a b", "a b"],
  ["let p = f();", "True", true],
  ["let p = f();", "None", null],
];

/** Texts that stand for nothing there, and what is said. */
const faults: [declaration: string, text: string, said: string][] = [
  [number, "many", 'this parameter is a number, and "many" is not.'],
  [number, "", 'this parameter is a number, and "" is not.'],
  [number, "1,5", 'this parameter is a number, and "1,5" is not.'],
  [number, "true", 'this parameter is a number, and "true" is not.'],
  ["let p = true;", "1", 'this parameter is true or false, and "1" is not.'],
  ["let p = 1n;", "1.5", 'this parameter is a BigInt, and "1.5" is not.'],
  ["let p = [1];", "1, 2", 'this parameter is a list (JSON), and "1, 2" is not.'],
  ["let p = [1];", "{}", 'this parameter is a list (JSON), and "{}" is not.'],
  ["let p = {};", "[]", 'this parameter is an object (JSON), and "[]" is not.'],
  ["let p: number | null;", "x", 'this parameter is a number or null, and "x" is not.'],
  ['let p: "a" | "b" | null;', "c", 'this parameter is "a", "b" or null, and "c" is not.'],
];

/** Values of a file that are taken, and as what. */
const taken: [declaration: string, value: ParameterValue, as: ParameterValue][] = [
  [number, 5, 5],
  [text, "007", "007"],
  ["let p = 1n;", 5, 5n],
  ["let p = 1n;", "12345678901234567890", 12345678901234567890n],
  ["let p: string | undefined;", null, undefined],
  ['let p: "a" | 1;', 1, 1],
  ["let p = f();", { a: [1] }, { a: [1] }],
];

/** Values of a file that are not. */
const refused: [declaration: string, value: ParameterValue, said: string][] = [
  [number, "5", 'this parameter is a number, not text ("5").'],
  [text, 7, "this parameter is text, not number (7)."],
  ["let p = 1n;", 1.5, "this parameter is a BigInt, not number (1.5)."],
  ["let p = true;", null, "this parameter is true or false, not null (null)."],
  ["let p = [1];", { a: 1 }, 'this parameter is a list (JSON), not object ({ "a": 1 }).'],
];

const shown = (value: unknown) =>
  typeof value === "object" ? JSON.stringify(value) : parameterLiteral(value as never);

describe("the value of a parameter", () => {
  for (const [declaration, given, value] of meanings)
    it(`is ${shown(value)} for ${JSON.stringify(given)} where the cell says ${declaration}`, () =>
      assert.deepEqual(read(declaration, given), value));

  for (const [declaration, given, said] of faults)
    it(`is refused for ${JSON.stringify(given)} where the cell says ${declaration}`, () =>
      assert.throws(() => read(declaration, given), {
        name: "ParameterError",
        message: `-p p=${given}: ${said}`,
      }));

  for (const [declaration, value, as] of taken)
    it(`is ${shown(as)} for ${shown(value)} of a file where the cell says ${declaration}`, () =>
      assert.deepEqual(checkParameter(value, declared(declaration), "p in a.yaml"), as));

  for (const [declaration, value, said] of refused)
    it(`is refused for ${shown(value)} of a file where the cell says ${declaration}`, () =>
      assert.throws(() => checkParameter(value, declared(declaration), "p in a.yaml"), {
        message: `p in a.yaml: ${said}`,
      }));

  it("is written as TypeScript that gives it", () => {
    const values = [
      NaN,
      -Infinity,
      -0,
      5n,
      undefined,
      "a\n\u2028\"'`${",
      [1, [null, 2n]],
      { "a b": { c: NaN } },
    ];
    for (const value of values) {
      const given: unknown = runInNewContext(`(${parameterLiteral(value)})`);
      assert.ok(typeof value === "object" || Object.is(given, value), parameterLiteral(value));
      assert.equal(parameterLiteral(given as ParameterValue), parameterLiteral(value));
    }
    const own = JSON.parse('{"__proto__": 1}') as ParameterValue;
    assert.deepEqual(Object.keys(runInNewContext(`(${parameterLiteral(own)})`) as object), ["__proto__"]);
  });
});
