import assert from "node:assert/strict";
import { LanguageFeatures } from "../../../../kernel/session/compiler/languageFeatures.js";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";

describe("answers about a cell that has not run yet", () => {
  let compiler: NotebookCompiler;
  let features: LanguageFeatures;

  before(() => {
    compiler = new NotebookCompiler(packageRoot, packageRoot, true);
    features = new LanguageFeatures(compiler);
    const { id } = compiler.compile(
      `/**
        * How wide.
        * @deprecated use area
        */
       const box = { width: 1, height: 2 };
       /**
        * Its size.
        * @param of in pixels
        */
       function area(of: { width: number }, scale = 1) {}`,
    );
    compiler.commit(id, ["box", "area"]);
  });

  /** Splits a text at the bar, where the cursor is. */
  function at(marked: string): [string, number] {
    return [marked.replace("|", ""), marked.indexOf("|")];
  }

  const texts = (marked: string) => features.complete(...at(marked)).matches.map(({ text }) => text);

  it("complete members, of whatever has run", () => {
    assert.deepEqual(texts("box.|"), ["height", "width"]);
    assert.deepEqual(texts("1;\nbox.wi|"), ["width"]);
    assert.deepEqual(texts("box.x|"), []);
  });

  /** An expression whose members are typed, and one of them: what has members with names in brackets has others, too. */
  const withSymbols: readonly (readonly [string, string])[] = [
    ["Number.|", "isInteger"],
    ["Object.|", "keys"],
    ["Promise.|", "all"],
    ["area.|", "length"],
    ["[1].|", "map"],
    ["'text'.|", "at"],
    ["new Map().|", "get"],
    ["new Date().|", "getTime"],
    ["class Face { static of() {} }\nFace.|", "of"],
    ["const face = { 'left eye': 1, mouth: 2 }; face.|", "mouth"],
  ];
  for (const [marked, member] of withSymbols)
    it(`complete members behind a dot: ${marked}`, () => {
      const { start, matches } = features.complete(...at(marked));
      const found = matches.map(({ text }) => text);
      assert.ok(found.includes(member), found.join());
      assert.ok(!found.some((text) => text.startsWith("[")), found.join());
      assert.equal(start, marked.indexOf("|"));
    });

  it("complete members of what may be missing, with a question mark before the dot", () => {
    for (const typed of ["", "mo"]) {
      const code = `let face: { mouth: number } | undefined; face.${typed}`;
      const { start, end, matches } = features.complete(code, code.length);
      assert.deepEqual([code.slice(start, end), matches.map(({ text }) => text)], [`.${typed}`, ["?.mouth"]]);
    }
    assert.deepEqual(texts("(face?: { mouth: number }) => face?.mo|"), ["mouth"]);
  });

  it("complete the names of other cells as what they are there, and what is preloaded before other globals", () => {
    const { matches } = features.complete("", 0);
    const kinds = new Map(matches.map(({ text, kind }) => [text, kind]));
    assert.deepEqual([kinds.get("box"), kinds.get("area")], ["const", "function"]);
    const order = ["area", "aen", "Array"].map((name) => matches.findIndex(({ text }) => text === name));
    assert.ok(order[0] >= 0 && order[0] < order[1] && order[1] < order[2], order.join());
  });

  /** A text, what would be replaced, and one of the candidates. */
  const modules: readonly (readonly [string, string, string])[] = [
    ['import fs from "node:f|', "node:f", "node:fs"],
    ['import fs from "node:f|"', "node:f", "node:fs/promises"],
    ['import fs from "f|"', "f", "fs"],
    ['import ts from "typesc|"', "typesc", "typescript"],
    ['import a from "@eslint/j|"', "j", "js"],
    ['await import("node:cry|")', "node:cry", "node:crypto"],
    ['require("node:o|")', "node:o", "node:os"],
    ['import a from "./esl|"', "esl", "eslint.config"],
    ['import a from "./kernel/contracts/l|"', "l", "labels"],
    ['export * from "node:p|"', "node:p", "node:path"],
  ];
  for (const [marked, replaced, expected] of modules) {
    it(`complete the names of modules: ${marked}`, () => {
      const [code, cursor] = at(marked);
      const { start, end, matches } = features.complete(code, cursor);
      assert.equal(code.slice(start, end), replaced);
      assert.ok(
        matches.some(({ text }) => text.startsWith(expected)),
        JSON.stringify(matches.slice(0, 20)),
      );
    });
  }

  it("tell of what value the members are unknown", () => {
    const { receiver, start } = features.complete(...at('JSON.parse(""); anyName.deep["na|"]'));
    assert.deepEqual([receiver, start], [{ path: ["anyName", "deep"], inQuotes: true }, 30]);
    assert.equal(features.complete(...at("box.|")).receiver, undefined);
  });

  it("describe nothing that does not exist", () => {
    for (const marked of ["nowh|ere", "nowhere().mo|re", "box.no|ne", "imp|ort.meta"])
      assert.equal(features.inspect(...at(marked)), undefined, marked);
  });

  it("complete names, whatever their case, in place of what has been typed", () => {
    const { start, end, matches } = features.complete(...at("const mine = 1;\nBO|x.width"));
    assert.deepEqual([start, end], [16, 18]);
    assert.ok(matches.some(({ text }) => text === "box"));
    assert.ok(matches.every(({ text }) => /^bo/i.test(text)));
  });

  it("complete in a text that is not finished, among them the cell's own names", () => {
    assert.ok(texts("const boxes = [1];\nif (bo|").includes("boxes"));
  });

  it("offer the preloaded modules before anything of theirs has been read", () => {
    assert.ok(texts("ae|").includes("aen"));
    assert.ok(!texts("box.|").includes("aen"), "but not as members");
    assert.ok(!compiler.preloaded.files.some((file) => /__notebook_(?:aen|tf)__/.test(file)));
  });

  it("never show the names that the session makes up", () => {
    assert.deepEqual(
      texts("__|").filter((text) => /cell|notebook/.test(text)),
      [],
    );
    const shown = features.inspect(...at("const copy: typeof box = box; cop|y"))!.signature;
    assert.doesNotMatch(shown, /__cell|import\(/);
  });

  it("describe the name at the cursor or just before it", () => {
    const whole = { start: 4, end: 7 };
    for (const marked of ["    b|ox", "    |box", "    box|"]) {
      const found = features.inspect(...at(marked))!;
      assert.equal(found.signature, "const box: {\n    width: number;\n    height: number;\n}");
      assert.equal(found.documentation, "How wide.\n@deprecated use area");
      assert.deepEqual({ start: found.start, end: found.end }, whole, marked);
    }
    assert.match(features.inspect(...at("area({ wi|dth: 1 })"))!.signature, /\(property\) width: number/);
    assert.equal(features.inspect(...at("1 |+ 1")), undefined);
    const { signature } = features.inspect(...at("aen.tra|in"))!;
    assert.match(signature, /^function train\(model: Model, [^\n]*$/);
  });

  it("help with the arguments of a call", () => {
    const help = features.signatureHelp(...at("area(box, |"))!;
    assert.deepEqual([help.activeSignature, help.activeParameter], [0, 1]);
    const [signature] = help.signatures;
    assert.equal(signature.label, "area(of: { width: number; }, scale?: number): void");
    assert.equal(signature.documentation, "Its size.\n@param of in pixels");
    assert.deepEqual(signature.parameters[0], {
      label: "of: { width: number; }",
      documentation: "in pixels",
    });
    assert.equal(features.signatureHelp(...at("area;|")), undefined);
  });

  it("point out mistakes at their place in the cell", () => {
    assert.deepEqual(
      features
        .diagnostics("1;\nbox.wide")
        .map(({ code, start, end }) => [code, start.line, start.column, end.offset]),
      [[2339, 2, 5, 11]],
    );
    assert.deepEqual(features.diagnostics("box.width"), []);
  });

  it("leave nothing of themselves behind, not even when the answer fails", () => {
    assert.throws(() => features.complete("box", undefined as never));
    features.diagnostics("const drafted = 1;");
    const names = compiler.program.program.getSourceFiles().map(({ fileName }) => fileName);
    assert.deepEqual(
      names.filter((name) => name.includes("draft")),
      [],
    );
    assert.equal(features.diagnostics("drafted")[0].code, 2304);
  });
});
