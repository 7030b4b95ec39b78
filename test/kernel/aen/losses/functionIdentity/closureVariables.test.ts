import assert from "node:assert/strict";
import { ClosureVariables } from "../../../../../kernel/aen/losses/functionIdentity/closureVariables.js";

describe("the variables around a function", () => {
  const variables = new ClosureVariables();
  after(() => variables.close());

  /** A function that sees one variable named `seen`. */
  function seeing(seen: unknown): () => unknown {
    return () => seen;
  }

  it("are found with their values: the objects themselves, not copies", () => {
    const object = { deep: [1] };
    for (const value of [object, object.deep, new Map(), () => 1, Symbol.for("s"), null])
      assert.deepEqual(variables.find(seeing(value), "seen"), [value]);
    assert.equal(variables.find(seeing(object), "seen")[0], object);
  });

  it("are found with numbers that JSON does not have", () => {
    for (const value of [NaN, Infinity, -Infinity, -0, 12345678901234567890n, "text", true, undefined]) {
      const found = variables.find(seeing(value), "seen");
      assert.equal(found.length, 1);
      assert.ok(Object.is(found[0], value), String(value));
    }
  });

  it("are those that the function has now, not when it was made", () => {
    let count = 1;
    const counter = () => count;
    assert.deepEqual(variables.find(counter, "count"), [1]);
    count = 2;
    assert.deepEqual(variables.find(counter, "count"), [2]);
  });

  it("are the innermost where several have the name", () => {
    const nested = '((name) => ({ outer: () => name, inner: ((name) => () => name)("inner") }))("outer")';
    const { outer, inner } = (0, eval)(nested) as Record<"outer" | "inner", () => string>;
    assert.deepEqual(variables.find(inner, "name"), ["inner"]);
    assert.deepEqual(variables.find(outer, "name"), ["outer"]);
  });

  it("are absent where there is no such name, not even a global one", () => {
    assert.deepEqual(variables.find(seeing(1), "unseen"), []);
    assert.deepEqual(variables.find(seeing(1), "Math"), []);
  });

  it("leave nothing behind where they were passed through", () => {
    variables.find(seeing({ large: true }), "seen");
    const passage = (globalThis as Record<symbol, { value?: unknown }>)[Symbol.for("aen.closureVariables")];
    assert.equal(passage.value, undefined);
  });

  it("are found by each copy of the module in a process, whichever was loaded last", async () => {
    const copy = (await import(
      `${new URL("../../../../../kernel/aen/losses/functionIdentity/closureVariables.ts", import.meta.url).href}?copy`
    )) as { ClosureVariables: typeof ClosureVariables };
    assert.notEqual(copy.ClosureVariables, ClosureVariables);
    const theirs = new copy.ClosureVariables();
    const object = { a: 1 };
    assert.deepEqual(theirs.find(seeing(object), "seen"), [object]);
    theirs.close();
    assert.deepEqual(variables.find(seeing(object), "seen"), [object]);
  });
});
