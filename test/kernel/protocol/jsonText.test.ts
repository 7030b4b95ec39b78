import assert from "node:assert/strict";
import { jsonText } from "../../../kernel/protocol/jsonText.js";

describe("the JSON of a message", () => {
  it("is JSON's own where there is one", () => {
    assert.equal(jsonText({ a: [1, "x", null], b: undefined }), '{"a":[1,"x",null]}');
  });

  it("says in words what JSON cannot hold, and keeps the rest", () => {
    const circle: Record<string, unknown> = { n: 12n, same: [{ a: 1 }] };
    circle.me = [circle];
    assert.deepEqual(JSON.parse(jsonText({ circle, x: 1 })), {
      circle: { n: "12", same: [{ a: 1 }], me: ["[Circular]"] },
      x: 1,
    });
  });

  it("ends a value of any depth", () => {
    const deep: { next?: object } = {};
    let last = deep;
    for (let i = 0; i < 50_000; i++) last = last.next = {};
    assert.ok(jsonText({ deep, n: 1n }).includes("[...]"));
  });
});
