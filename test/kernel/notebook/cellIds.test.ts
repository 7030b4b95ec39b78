import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { withValidIds } from "../../../kernel/notebook/cellIds.js";

/** What cells are called, and which of them keep their names. */
const rows: readonly (readonly [what: string, ids: readonly unknown[], kept: readonly boolean[]])[] = [
  ["valid ids", ["a", "A-1_b", "x".repeat(64)], [true, true, true]],
  ["ids given twice", ["a", "b", "a", "a"], [true, true, false, false]],
  ["an empty id", [""], [false]],
  ["an id that is too long", ["x".repeat(65)], [false]],
  ["ids with other characters", ["a b", "ä", "a\n", "a/b", "a.b"], [false, false, false, false, false]],
  ["ids that are no text", [undefined, null, 7, {}, ["a"]], [false, false, false, false, false]],
  ["no cells", [], []],
];

describe("cell ids", () => {
  for (const [what, ids, kept] of rows)
    it(`${what} become valid, and stay where they are`, () => {
      const made = withValidIds(ids.map((id, at) => ({ id, at })));
      assert.deepEqual(
        made.map(({ id }, at) => id === ids[at]),
        kept,
      );
      for (const { id } of made) assert.match(id, /^[A-Za-z0-9_-]{1,64}$/);
      assert.equal(new Set(made.map(({ id }) => id)).size, ids.length);
      assert.deepEqual(
        made.map(({ at }) => at),
        ids.map((_, at) => at),
      );
    });
});
