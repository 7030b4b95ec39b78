import assert from "node:assert/strict";
import fc from "fast-check";
import { History, matches } from "../../../kernel/protocol/history.js";

describe("the history of a kernel", () => {
  const history = new History();
  const codes = ["const a = 1", "a + 1", "b?", "a + 1", "f(\n  [2]\n)"];
  codes.forEach((code, index) => history.add(index + 1, code));

  /** The lines that a request is answered with. */
  const lines = (request: Record<string, unknown>) =>
    (history.answer(request) as [number, number, string][]).map(([, line]) => line);

  it("gives session, line and input, and the input with an output where that is asked for", () => {
    const request = { hist_access_type: "range", start: 2, stop: 3 };
    assert.deepEqual(history.answer(request), [[0, 2, "a + 1"]]);
    assert.deepEqual(history.answer({ ...request, output: true }), [[0, 2, ["a + 1", null]]]);
  });

  it("gives a range without its end, and all where no bounds are given", () => {
    assert.deepEqual(lines({ hist_access_type: "range", start: 2, stop: 4 }), [2, 3]);
    assert.deepEqual(lines({ hist_access_type: "range", start: 4 }), [4, 5]);
    assert.deepEqual(lines({ hist_access_type: "range" }), [1, 2, 3, 4, 5]);
  });

  it("gives the last ones", () => {
    assert.deepEqual(lines({ hist_access_type: "tail", n: 2 }), [4, 5]);
    assert.deepEqual(lines({ hist_access_type: "tail", n: 0 }), []);
    assert.deepEqual(lines({ hist_access_type: "tail", n: 99 }), [1, 2, 3, 4, 5]);
  });

  it("is searched by patterns that match the whole input, over its lines, with nothing else special", () => {
    const found = (pattern: string, more = {}) => lines({ hist_access_type: "search", pattern, ...more });
    assert.deepEqual(found("a*"), [2, 4]);
    assert.deepEqual(found("a"), []);
    assert.deepEqual(found("a ? 1"), [2, 4]);
    assert.deepEqual(found("a + 1"), [2, 4]);
    assert.deepEqual(found("*[2]*"), [5]);
    assert.deepEqual(found("f(*)"), [5]);
    assert.deepEqual(found("b?"), [3]);
    assert.deepEqual(found("*", { n: 2 }), [4, 5]);
    assert.deepEqual(lines({ hist_access_type: "search" }), [1, 2, 3, 4, 5]);
  });

  it("gives an input once, at its last place, where that is asked for", () => {
    assert.deepEqual(lines({ hist_access_type: "search", pattern: "*", unique: true }), [1, 3, 4, 5]);
  });

  it("keeps the last ten thousand", () => {
    const long = new History();
    for (let line = 1; line <= 10_003; line++) long.add(line, "x");
    const all = long.answer({ hist_access_type: "range" }) as [number, number, string][];
    assert.deepEqual([all.length, all[0][1]], [10_000, 4]);
  });

  it("is searched in time that does not grow with the number of stars", () => {
    const long = new History();
    for (let line = 1; line <= 200; line++) long.add(line, "a".repeat(2000));
    const pattern = "*a".repeat(30) + "*b";
    assert.deepEqual(long.answer({ hist_access_type: "search", pattern }), []);
  });

  it("is searched as a regular expression with the same meaning would", () => {
    const piece = fc.constantFrom("a", "b", "\n", ".", "*", "?");
    const line = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(line, line, (pattern, text) => {
        const source = pattern.replaceAll(".", "\\.").replaceAll("*", "[^]*").replaceAll("?", "[^]");
        assert.equal(matches(pattern, text), new RegExp(`^${source}$`).test(text));
      }),
      { numRuns: 2000 },
    );
  });
});
