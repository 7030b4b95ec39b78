import assert from "node:assert/strict";
import path from "node:path";
import ts from "typescript";
import { docLinks } from "./docLinks.js";
import { packageFolder, productSources, wholeProgram } from "./projectProgram.js";

describe("the links in comments", function () {
  this.timeout(240_000);

  it("name something that is there, in kernel, extension and media", () => {
    const program = wholeProgram();
    const links = productSources().flatMap((file) =>
      docLinks(program, program.getSourceFile(path.join(packageFolder, file))!),
    );
    assert.ok(links.length > 50, `${links.length} links were found`);
    const dead = links.filter(({ resolved }) => !resolved).map(({ at, target }) => `${at}: ${target}`);
    assert.deepEqual(dead, []);
  });

  it("are told apart: names in scope, members, and what is not there", () => {
    const text = `import type { URL as Address } from "node:url";
      /** {@link Address} {@link gone} {@link Box} {@link Box.size} {@link Box.gone} {@link https://example.org} {@linkcode f} */
      export function f(): Address | null { return null; }
      export class Box {
        /** {@link grow} {@link shrink} */
        readonly size = 1;
        grow(): void {}
      }`;
    const name = path.join(packageFolder, "inMemory.ts");
    const host = ts.createCompilerHost({});
    const read = host.getSourceFile;
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    host.getSourceFile = (file, ...rest) => (file === name ? source : read.call(host, file, ...rest));
    const links = docLinks(ts.createProgram([name], { types: [] }, host), source);
    assert.deepEqual(
      links.map(({ target, resolved }) => `${target} ${resolved}`),
      [
        "Address true",
        "gone false",
        "Box true",
        "Box.size true",
        "Box.gone false",
        "f true",
        "grow true",
        "shrink false",
      ],
    );
  });
});
