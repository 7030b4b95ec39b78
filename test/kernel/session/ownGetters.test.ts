import assert from "node:assert/strict";
import { originOf, ownGetter } from "../../../kernel/session/ownGetters.js";

describe("our own getters", () => {
  it("are told from the user's, by what they read", () => {
    const object = { a: 1 };
    const get = () => object.a;
    assert.equal(originOf(get), undefined);
    assert.equal(ownGetter(get, { object, name: "a" }), get);
    assert.deepEqual(originOf(get), { object, name: "a" });
    assert.equal(originOf(ownGetter(() => 1)), "own");
  });
});
