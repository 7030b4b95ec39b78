import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";

const root = fileURLToPath(new URL("../../", import.meta.url));
const documents = globSync(["CONTRIBUTING.md", "**/README.md"], {
  cwd: root,
  ignore: ["**/node_modules/**", "dist/**", ".aen/**", ".cache/**"],
});

const pathForm = /^(?!@)[\w.@-]+(?:\/[\w.@-]+)*\/?$/;
const room = /^(?:kernel|extension|media|notebooks|test|l10n)\//;
const source = /\.(?:ts|py|wat|wasm|ipynb|md|cjs)$/;
/** Written when a notebook or a benchmark runs. */
const made = /^notebooks\/out\//;

/** What stands in backticks and reads as a path of this repository. */
function pathsIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const quoted = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, inside]) => inside);
  const isPath = (inside: string) => room.test(inside) || source.test(inside) || inside.endsWith("/");
  return quoted.filter((inside) => pathForm.test(inside) && isPath(inside) && !made.test(inside));
}

/** The paths of a document that are neither beside it nor below the root. */
function missingIn(document: string, text: string): string[] {
  const folders = [root, path.join(root, path.dirname(document))];
  return pathsIn(text).filter((each) => !folders.some((folder) => existsSync(path.join(folder, each))));
}

describe("the READMEs and CONTRIBUTING", () => {
  for (const document of documents) {
    it(`every path in backticks in ${document} exists`, () => {
      assert.deepEqual(missingIn(document, readFileSync(path.join(root, document), "utf8")), []);
    });
  }

  it("a missing path is noticed, from the root and from the document's folder", () => {
    const text = "`kernel/gone.ts`, `ir/gone.ts`, `gone/`, but `kernel/engine`, `ir/graph.ts`, `run/`";
    assert.deepEqual(missingIn("kernel/engine/README.md", text), ["kernel/gone.ts", "ir/gone.ts", "gone/"]);
  });

  it("packages, options, patterns and code are not paths", () => {
    const text =
      "`@tensorflow/tfjs`, `tf.*`, `{ by: 1 }`, `~/.cache/aen-notebook`, `a/**/*.ts`, `import.meta`";
    assert.deepEqual(pathsIn(text), []);
  });

  it("the phases of the engine and of the session are drawn, with their files", () => {
    for (const [document, least] of [
      ["kernel/engine/README.md", 15],
      ["kernel/session/README.md", 15],
    ] as const) {
      const text = readFileSync(path.join(root, document), "utf8");
      assert.match(text, /^```mermaid$/m);
      assert.ok(pathsIn(text).length >= least, `${document} names ${pathsIn(text).length} files`);
    }
  });
});
