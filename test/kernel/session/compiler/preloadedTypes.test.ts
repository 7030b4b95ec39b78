import assert from "node:assert/strict";
import { PreloadedTypes } from "../../../../kernel/session/compiler/preloadedTypes.js";
import { cellOptions, ProgramHost } from "../../../../kernel/session/compiler/programHost.js";
import { display } from "../../../../kernel/session/display.js";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";

function types(preload: boolean, root = packageRoot) {
  const host = new ProgramHost("/notes", root, cellOptions());
  return { host, preloaded: new PreloadedTypes(host, preload) };
}

describe("the types that a notebook starts with", () => {
  it("are loaded once a cell mentions their name as a word", () => {
    const { preloaded } = types(true);
    assert.equal(preloaded.files.length, 1);
    for (const code of ["aenx + tfjs", "const buffer = 1", "$.TF"])
      assert.deepEqual(preloaded.mentionedIn(code), [], code);
    assert.equal(preloaded.files.length, 1);
    assert.deepEqual(preloaded.mentionedIn("tf.tensor(1)"), ["tf"]);
    assert.equal(preloaded.files.length, 2);
    assert.deepEqual(preloaded.mentionedIn("tf.add(aen.x)"), ["aen", "tf"]);
    assert.equal(preloaded.files.length, 3, "each of them once");
  });

  it("name the modules that the kernel runs, as global names", () => {
    const { host, preloaded } = types(true);
    preloaded.mentionedIn("aen tf");
    const [, ...modules] = preloaded.files.map((file) => host.readFile(file));
    assert.deepEqual(modules, [
      'export * from "./kernel/aen/index.js";\nexport as namespace aen;\n',
      'export * from "@tensorflow/tfjs";\nexport as namespace tf;\n',
    ]);
  });

  it("leave out `aen` and `tf` where they are not preloaded, and `aen` where it has not been built", () => {
    const { preloaded } = types(false);
    assert.deepEqual([preloaded.names, preloaded.mentionedIn("aen tf")], [[], []]);
    assert.equal(preloaded.files.length, 1);
    assert.deepEqual(types(true, "/nowhere").preloaded.names, ["tf"]);
  });

  it("have every method of `display` that cells can call", () => {
    const { host, preloaded } = types(false);
    const text = host.readFile(preloaded.files[0])!;
    const declared = /interface Display \{([^]*?)\n\}/.exec(text)![1];
    for (const method of Object.keys(display))
      assert.match(declared, new RegExp(`\\n  ${method}\\(`), method);
  });
});
