import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cellOptions } from "../../../../kernel/session/compiler/programHost.js";
import { withProjectSettings } from "../../../../kernel/session/compiler/projectSettings.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the settings of a project", () => {
  const folder = temporaryFolder();
  let count = 0;

  /** The settings in a folder of a new project with these files. */
  function settings(files: Readonly<Record<string, string>>, at = ".") {
    const root = path.join(folder, String(++count));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    mkdirSync(path.join(root, at), { recursive: true });
    return { root, options: withProjectSettings(cellOptions(), path.join(root, at)) };
  }

  const of = (compilerOptions: object) =>
    settings({ "tsconfig.json": JSON.stringify({ compilerOptions }) }).options;

  it("are the notebook's own where there is no tsconfig.json", () => {
    assert.deepEqual(settings({}).options, cellOptions());
  });

  it("are those of the nearest tsconfig.json above, with what it extends, comments and trailing commas", () => {
    const { root, options } = settings(
      {
        "base.json": '{"compilerOptions":{"strict":false,"paths":{"#/*":["./lib/*"]}}}',
        "tsconfig.json": '{ // ours\n "extends": "./base.json", "compilerOptions": {"baseUrl": "src",}, }',
      },
      "notebooks/deep",
    );
    assert.deepEqual([options.strict, options.useUnknownInCatchVariables], [false, false]);
    assert.equal(options.baseUrl, path.join(root, "src"));
    assert.deepEqual(options.paths, { "#/*": ["./lib/*"] });
  });

  it("are those of the first project that a tsconfig.json without files refers to", () => {
    const { options } = settings({
      "tsconfig.json": '{"files":[],"references":[{"path":"./tsconfig.app.json"},{"path":"./other"}]}',
      "tsconfig.app.json": '{"compilerOptions":{"experimentalDecorators":true}}',
    });
    assert.equal(options.experimentalDecorators, true);
  });

  it("are stricter than the notebook's own where the project is strict", () => {
    assert.equal(of({ strict: true }).useUnknownInCatchVariables, true);
    assert.equal(of({ strict: true, useUnknownInCatchVariables: false }).useUnknownInCatchVariables, false);
  });

  it("leave out what is about building, or would keep a cell from running", () => {
    const building = {
      ...{ module: "commonjs", moduleResolution: "node10", target: "es5", outDir: "x", noEmit: true },
      ...{ noUnusedLocals: true, verbatimModuleSyntax: true, declaration: true, isolatedDeclarations: true },
    };
    const { useDefineForClassFields, ...options } = of(building);
    assert.deepEqual(options, cellOptions());
    assert.equal(
      useDefineForClassFields,
      false,
      "fields are assigned where the target is older than they are",
    );
  });

  it("add libraries, types and conditions to the notebook's own", () => {
    const options = of({ lib: ["es2020", "dom"], types: ["vite/client"], customConditions: ["source"] });
    assert.deepEqual(options.lib, ["lib.es2023.d.ts", "lib.es2020.d.ts", "lib.dom.d.ts"]);
    assert.deepEqual(options.types, ["node", "vite/client"]);
    assert.deepEqual(options.customConditions, ["node", "source"]);
    assert.deepEqual(options.typeRoots!.slice(0, 1), cellOptions().typeRoots);
  });

  it("translate JSX in the cell, whoever would do it in the project", () => {
    const { ReactJSX, React } = ts.JsxEmit;
    for (const jsx of ["preserve", "react-jsx", "react-jsxdev", "react-native"])
      assert.equal(of({ jsx }).jsx, ReactJSX, jsx);
    assert.equal(of({ jsx: "react", jsxFactory: "h" }).jsx, React);
    assert.equal(of({ jsx: "react", jsxFactory: "h" }).jsxFactory, "h");
  });

  for (const name of ["react", "preact"]) {
    it(`translate JSX for ${name} if it is installed and nothing is said`, () => {
      const { options } = settings({
        [`node_modules/${name}/package.json`]: `{"name":"${name}","exports":{"./jsx-runtime":"./jsx.js"}}`,
        [`node_modules/${name}/jsx.js`]: "",
      });
      assert.deepEqual([options.jsx, options.jsxImportSource], [ts.JsxEmit.ReactJSX, name]);
    });
  }

  it("survive a tsconfig.json that is broken", () => {
    for (const text of [
      "",
      "{",
      "[]",
      '{"compilerOptions":3}',
      '{"extends":"./nowhere.json"}',
      '{"references":3}',
    ])
      assert.deepEqual(settings({ "tsconfig.json": text }).options, cellOptions(), text);
  });
});
