import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { packageRoot } from "../../kernel/files/packageRoot.js";
import { NotebookCompiler } from "../../kernel/session/compiler/notebookCompiler.js";
import { temporaryFolder } from "../temporaryFolder.js";

const ignore = ["**/node_modules/**", "dist/**", "shared/**"];
const documents = globSync("**/*.md", { cwd: packageRoot, ignore })
  .map((file) => ({ file, blocks: codeIn(readFileSync(file, "utf8")) }))
  .filter(({ blocks }) => blocks.length > 0);

/** The TypeScript blocks of a document, in order. */
function codeIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code]) => code);
}

describe("the code in documents", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();

  it("is found in README.md and the guide to data", () => {
    const files = documents.map(({ file }) => file);
    assert.ok(files.includes("README.md") && files.includes("kernel/aen/sources/bring-your-data.md"));
  });

  for (const { file, blocks } of documents)
    it(`compiles as the cells of a notebook, from the first on: ${file}`, () => {
      const compiler = new NotebookCompiler(folder, packageRoot, true);
      for (const block of blocks) {
        const { id, code, diagnostics } = compiler.compile(block);
        const wrong = diagnostics.map(({ message }) => message);
        assert.deepEqual(wrong, [], block);
        const ran = [...code!.matchAll(/__cell\.ran\(([^)]*)\)/g)].flatMap(
          ([, names]) => JSON.parse(`[${names}]`) as string[],
        );
        compiler.commit(id, ran);
      }
    });

  it("is refused where a name is misspelt", () => {
    const compiler = new NotebookCompiler(folder, packageRoot, true);
    assert.match(compiler.compile("await aen.clips.fromVideo_s('a');").diagnostics[0].message, /fromVideo_s/);
  });
});
