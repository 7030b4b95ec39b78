import assert from "node:assert/strict";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { nodeGlobals } from "../../../../kernel/session/compiler/nodeGlobals.js";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";
import { cellOptions } from "../../../../kernel/session/compiler/programHost.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

/** Cells that use the types of globals, and the numbers of their errors. */
const cells: readonly (readonly [string, readonly number[]])[] = [
  [
    "const m: WebAssembly.Module = new WebAssembly.Module(new Uint8Array(8)); WebAssembly.validate(new ArrayBuffer(1))",
    [],
  ],
  ["WebAssembly.instantiateStreaming(fetch('x')).then(({ instance }) => instance.exports)", []],
  ["WebAssembly.validate(1)", [2345]],
  [
    "const k: CryptoKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, true, ['encrypt'])",
    [],
  ],
  ["const s: SubtleCrypto = crypto.subtle; s instanceof SubtleCrypto && crypto instanceof Crypto", []],
  ["performance instanceof Performance && performance.now()", []],
  ["(performance as Performance).nothing", [2339]],
  ["new TextDecoder().decode(new Uint8Array(structuredClone([1])))", []],
  ["[__dirname, __filename].map((each) => require.resolve(each)); module.exports = exports", []],
  ["document", [2584]],
];

describe("the globals of Node", () => {
  const folder = temporaryFolder();
  let compiler: NotebookCompiler;
  before(() => (compiler = new NotebookCompiler(folder, packageRoot, false)));

  it("are all known, by name and as members of globalThis", () => {
    const names = Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
    assert.ok(names.includes("WebAssembly"));
    assert.deepEqual(compiler.compile(names.map((name) => `void ${name};`).join("\n")).diagnostics, []);
    assert.deepEqual(
      compiler.compile(names.map((name) => `void globalThis.${name};`).join("\n")).diagnostics,
      [],
    );
  });

  for (const [code, errors] of cells) {
    it(`have their types: ${code}`, () => {
      assert.deepEqual(
        compiler.compile(code).diagnostics.map((each) => each.code),
        errors,
      );
    });
  }

  it("are of unknown type where the types are older than Node", () => {
    Object.assign(globalThis, { newerThanItsTypes: 1 });
    const newer = new NotebookCompiler(folder, packageRoot, false);
    assert.deepEqual(newer.compile("newerThanItsTypes.anything").diagnostics, []);
    Reflect.deleteProperty(globalThis, "newerThanItsTypes");
  });

  it("are left to the browser's library where a project has it", () => {
    assert.match(nodeGlobals(cellOptions()), /^declare namespace WebAssembly \{/);
    assert.equal(nodeGlobals({ lib: ["lib.es2023.d.ts", "lib.dom.d.ts"] }), "");
  });
});
