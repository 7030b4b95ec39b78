import assert from "node:assert/strict";
import { inspect } from "node:util";
import { mark, markOf } from "../../../kernel/session/unseenMarks.js";

describe("the mark of an object", () => {
  const objects: Record<string, object> = {
    "an object": { a: 1 },
    "a frozen object": Object.freeze({ a: 1 }),
    "a promise": Promise.resolve(1),
    "an object without a prototype": Object.create(null) as object,
    "a function": () => 1,
  };
  for (const [name, object] of Object.entries(objects)) {
    it(`is kept by ${name}, replaced and taken away, and nobody sees it`, () => {
      const seen = () => [inspect(object, { showHidden: true }), Reflect.ownKeys(object)];
      const before = seen();
      assert.equal(markOf(object), undefined);
      for (const value of ["one", "two", undefined]) {
        mark(object, value);
        assert.equal(markOf(object), value);
        assert.deepEqual(seen(), before);
      }
    });
  }

  it("is not inherited", () => {
    const parent = {};
    mark(parent, 1);
    assert.equal(markOf(Object.create(parent) as object), undefined);
  });
});
