import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { foreignLine } from "../../../../kernel/session/compiler/otherLanguages.js";

describe("a line of another kind of notebook", () => {
  const found = (code: string) => foreignLine(code, "/notebooks");

  it("is the first of the cell's that is one", () => {
    assert.equal(found("const a = 1;\n\n  !ls\n%pip install a")?.line, 2);
    assert.equal(found("const a = 1;\nconst b = ;"), undefined);
    assert.equal(found(""), undefined);
  });

  it("is answered with its own program, folder and names", () => {
    assert.match(found("%pip install -U a b")!.advice, /"npm install a b" in \/notebooks/);
    assert.match(found("!pip3 install a==1")!.advice, /"npm install a==1" in \/notebooks/);
    assert.match(found('!echo "a"')!.advice, /execSync\("echo \\"a\\"", \{ stdio: "inherit" \}\)/);
    assert.match(found("%%bash\n# a\nls")!.advice, /execSync\("# a"/);
    assert.match(found("%%bash")!.advice, /execSync\("ls"/);
  });

  it("takes the rest of a cell only from a magic that starts it", () => {
    assert.match(found("const a = 1\n%%bash\npwd")!.advice, /execSync\("ls"/);
  });

  it("is no TypeScript that merely looks similar", () => {
    const ours = [
      "const a = 7\n% 2",
      "!ready();",
      "if (!ready) {",
      "for (const a of b) {",
      "import a from 'a'",
      "class A { b: string",
      "else {",
      "a ? b : c",
    ];
    for (const code of ours) assert.equal(found(code), undefined, code);
  });
});
