import assert from "node:assert/strict";
import { compiledFunction } from "../../../kernel/session/compiledFunction.js";
import { userFrames } from "../../../kernel/session/stackTrace.js";

/** A map that says: line n, column 0 of the code was line n + 2 of the source; one mapping a line, VLQ-encoded. */
const twoLinesLater = JSON.stringify({
  version: 3,
  file: "cell.js",
  sources: ["cell.ts"],
  names: [],
  mappings: "AAEA;AACA;AACA",
});

function compiled(
  code: string,
  ambient: Record<string, unknown> = {},
  name = "Cell [801]",
  linesBefore?: number,
) {
  return compiledFunction(code, twoLinesLater, { name, linesBefore }, ambient);
}

describe("the function of compiled code", () => {
  it("sees its scope and what it is given, and waits", async () => {
    const scope: Record<string, unknown> = {};
    await compiled("__scope.sum = (await given) + other;", { given: Promise.resolve(1), other: 2 })(scope);
    assert.equal(scope.sum, 3);
  });

  it("is strict, and shares the globals and their prototypes", async () => {
    const scope: Record<string, unknown> = {};
    await compiled("__scope.self = (function () { return this })(); __scope.list = [];")(scope);
    assert.equal(scope.self, undefined);
    assert.ok(scope.list instanceof Array);
    await assert.rejects(compiled("undeclared = 1;")({}), ReferenceError);
  });

  it("lets `eval` see its scope, and has no arguments that it is given", async () => {
    const scope: Record<string, unknown> = { five: 5 };
    await compiled("__scope.sum = eval('five + given'); eval('five = 6');", { given: 1 })(scope);
    assert.deepEqual([scope.five, scope.sum], [6, 6]);
    for (const code of ["__scope.count = arguments.length;", "__scope.count = eval('arguments.length');"]) {
      await compiled(code, { given: 1 })(scope);
      assert.equal((scope as Record<string, unknown>).count, 0);
    }
  });

  it("may end in a comment", async () => {
    await compiled("1; // the end")({});
  });

  it("can run again over another scope", async () => {
    const body = compiled("__scope.n = (__scope.n ?? 0) + 1;");
    const [one, two] = [{ n: 0 }, { n: 0 }];
    await body(one);
    await body(one);
    await body(two);
    assert.deepEqual([one.n, two.n], [2, 1]);
  });

  it("throws with the lines of its source, less those before the user's own", async () => {
    const fail = async (linesBefore: number | undefined, count: number) => {
      const thrown = await compiled(
        "\nthrow new Error('boom');",
        {},
        `Cell [${count}]`,
        linesBefore,
      )({}).then(
        () => assert.fail("it throws"),
        (error: Error) => error,
      );
      return userFrames(thrown.stack!)[0];
    };
    assert.match(await fail(undefined, 802), /^ {4}at Cell \[802\]:4:1$/);
    assert.match(await fail(1, 803), /^ {4}at Cell \[803\]:3:1$/);
  });
});
