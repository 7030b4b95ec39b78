import assert from "node:assert/strict";
import fc from "fast-check";
import { parseJsonLines, parseObject } from "../../../../kernel/contracts/runs/jsonLines.js";

describe("a record with one JSON object a line", () => {
  const any = (_value: object): _value is object => true;

  it("is read back, whatever it holds", () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(objects, (written) => {
        const text = written.map((object) => `${JSON.stringify(object)}\n`).join("");
        assert.equal(JSON.stringify(parseJsonLines(text, any)), JSON.stringify(written));
      }),
    );
  });

  it("loses only its truncated last line, wherever it was cut", () => {
    const whole = '{"a":1}\n{"b":2}\n';
    const last = '{"c":"ü3"}';
    for (let length = 1; length < last.length; length++) {
      const damaged: number[] = [];
      const read = parseJsonLines(whole + last.slice(0, length), any, (line) => damaged.push(line));
      assert.deepEqual([read, damaged], [[{ a: 1 }, { b: 2 }], [3]], last.slice(0, length));
    }
  });

  it("drops what is not an object, or not of its kind, and reports the lines", () => {
    const damaged: number[] = [];
    const hasA = (value: object): value is { a: number } => "a" in value;
    const text = '5\n{"a":1}\n\nnull\n[1]\n"a"\n{"b":1}\n{"a":2}';
    const read = parseJsonLines(text, hasA, (line) => damaged.push(line));
    assert.deepEqual(
      read.map(({ a }) => a),
      [1, 2],
    );
    assert.deepEqual(damaged, [1, 4, 5, 6, 7]);
  });

  it("holds objects: any other text gives none", () => {
    for (const text of ["", "{", "null", "[]", "1", '"{}"']) assert.equal(parseObject(text), null, text);
    assert.deepEqual(parseObject('{"a":[]}'), { a: [] });
  });
});
