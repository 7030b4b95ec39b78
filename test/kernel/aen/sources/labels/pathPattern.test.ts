import assert from "node:assert/strict";
import {
  compilePattern,
  factsOfPaths,
  fieldsOf,
} from "../../../../../kernel/aen/sources/labels/pathPattern.js";

describe("a pattern of paths", () => {
  const read = (path: string, pattern: string | RegExp) => {
    const [facts] = factsOfPaths([path], compilePattern(pattern));
    return facts && [facts.identity, facts.label, facts.groups];
  };

  it("names person, emotion and groups by their folder", () => {
    const pattern = "data/{sex}/{identity}/{label}/*.mp4";
    assert.deepEqual(read("data/women/P1/Sad/a.mp4", pattern), ["P1", "Sad", { sex: "women" }]);
    assert.deepEqual(read("D:\\x\\data\\men\\P2\\Happy\\b.mp4", pattern), ["P2", "Happy", { sex: "men" }]);
  });

  it("does not fit other folders, depths or endings", () => {
    for (const path of [
      "mydata/P1/a.mp4",
      "data/P1/x/a.mp4",
      "data/P1/a.avi",
      "data/P1/a.mp4.part",
      "data//a.mp4",
    ])
      assert.equal(read(path, "data/{identity}/*.mp4"), null, path);
  });

  it("takes a field as short as what follows allows, and a name that occurs again as the same text", () => {
    assert.deepEqual(read("P1_2_a.mp4", "{identity}_*.mp4"), ["P1", null, {}]);
    assert.deepEqual(read("P1/P1-3.mp4", "{identity}/{identity}-*.mp4"), ["P1", null, {}]);
    assert.equal(read("P1/P2-3.mp4", "{identity}/{identity}-*.mp4"), null);
  });

  it("has ** for any folders, ? for one character and {a,b} for either", () => {
    const pattern = "data/{identity}/**/?.{mp4,avi}";
    assert.deepEqual(read("data/P1/x/y/7.avi", pattern), ["P1", null, {}]);
    assert.deepEqual(read("above/data/P1/7.mp4", pattern), ["P1", null, {}]);
    assert.equal(read("data/P1/77.mp4", pattern), null);
  });

  it("takes other characters as they are, accents in either spelling", () => {
    assert.deepEqual(read("a+(1)/Zoe\u0308.x.mp4", "a+(1)/{identity}.x.mp4"), ["Zo\u00eb", null, {}]);
  });

  it("may be a regular expression with named groups, also as the text that records keep", () => {
    const pattern = /^(?<identity>s\d+)_/gi;
    for (const one of [pattern, String(pattern)]) {
      const compiled = compilePattern(one);
      const facts = factsOfPaths(["S05_a.mp4", "S05_b.mp4"], compiled);
      assert.deepEqual(
        facts.map((each) => each?.identity),
        ["S05", "S05"],
      );
    }
    assert.deepEqual(fieldsOf(compilePattern(/(?<label>a)|(?<identity>b)/)), ["label", "identity"]);
    assert.deepEqual(read("b", /(?<label>a)|(?<identity>b)/), ["b", null, {}]);
  });

  it("names nobody where a folder says so", () => {
    assert.deepEqual(read("unknown/Happy/1.mp4", "{identity}/{label}/*"), [null, "Happy", {}]);
  });

  it("is refused where it takes very long, with the path", () => {
    const path = `${"a".repeat(40)}.mp4`;
    assert.throws(() => factsOfPaths(["b", path], /^(?<identity>(?:a+)+)$/), {
      name: "DataError",
      message: new RegExp(`takes very long on the path ${path}\\. Avoid a repetition within a repetition`),
    });
  });

  it("is refused where a path could be read in several ways", () => {
    for (const pattern of ["{identity}/**", "{identity}/**/*.mp4", "*/{identity}/**/*.mp4"])
      assert.throws(() => compilePattern(pattern), /leaves open which folder is meant/, pattern);
    for (const pattern of ["{identity}*.mp4", "{identity}{label}.mp4", "{identity}?/a"])
      assert.throws(() => compilePattern(pattern), /leaves open where a name ends/, pattern);
    assert.throws(() => compilePattern("{label}/{Identity}"), /written small/);
    assert.throws(() => compilePattern("{identity}-*a*a*a*a*a*a*a*a*x"), /more than eight/);
  });

  it("is refused where it names nothing or cannot be read", () => {
    for (const pattern of ["data/*.mp4", /data/])
      assert.throws(() => compilePattern(pattern), /names nothing to read.*\{identity\}\/\{label\}/);
    assert.throws(() => compilePattern("{the person}/*"), /pattern \{the person\}\/\* cannot be read/);
  });
});
