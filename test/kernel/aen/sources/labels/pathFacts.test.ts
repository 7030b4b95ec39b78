import assert from "node:assert/strict";
import { readPaths, withPath } from "../../../../../kernel/aen/sources/labels/pathFacts.js";

describe("what paths say", () => {
  it("is nothing without a pattern", () => {
    const nothing = { label: null, identity: null, groups: {} };
    assert.deepEqual(readPaths(["a/b"], undefined), { facts: [nothing], remarks: [] });
  });

  it("names the paths that do not fit, and is refused where none fits", () => {
    const { facts, remarks } = readPaths(["P1/a", "b"], "{identity}/*");
    assert.deepEqual(
      facts.map(({ identity }) => identity),
      ["P1", null],
    );
    assert.deepEqual(remarks, ["1 of 2 paths do not fit the pattern {identity}/*: b."]);
    assert.throws(
      () => readPaths(["a", "b"], "{identity}/*"),
      /none of the 2 paths fits .*; the first is a\./,
    );
  });

  it("gives way to what a row says", () => {
    const path = { label: null, identity: "P1", groups: { sex: "woman", age: "old" } };
    assert.deepEqual(withPath({ identity: "Ann", groups: { sex: "man" } }, path), {
      identity: "Ann",
      groups: { sex: "man", age: "old" },
    });
    assert.deepEqual(withPath({ identity: null }, path), { identity: "P1", groups: path.groups });
    assert.deepEqual(withPath({ identity: null }, { ...path, groups: {} }), { identity: "P1" });
  });
});
