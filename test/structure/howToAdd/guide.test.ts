import assert from "node:assert/strict";
import path from "node:path";
import { publishedLoss } from "../../../kernel/aen/losses/lossOptions.js";
import { lossTerm } from "../../../kernel/aen/losses/lossTerm.js";
import { missingFromCommand } from "./commandParts.js";
import { missingFromDataset } from "./datasetParts.js";
import { textOf } from "./files.js";
import { faultsOf, guideIntro, guideParts, unnamedFiles } from "./guide.js";
import { missingFromLesson } from "./lessonParts.js";
import { missingFromLossFamily } from "./lossTermParts.js";

/** Whether the registry (the first file to edit) imports files of the folder of the first new one. */
function importsNew(text: string): boolean {
  const created = /^New:\n\n- `([^`]+)<name>\.ts`/m.exec(text)?.[1];
  const registry = /^1\. `([^`]+\.ts)`/m.exec(text)?.[1];
  if (!created || !registry) return false;
  const folder = path.posix.relative(path.posix.dirname(registry), created);
  return new RegExp(`^import (?!type ).* from "\\./${folder && `${folder}/`}\\w+\\.js";`, "m").test(
    textOf(registry),
  );
}

describe('the guide "How to add" in CONTRIBUTING.md', () => {
  const parts = guideParts(textOf("CONTRIBUTING.md"));

  it("has a part for a loss term, an op, a view, a data set, a command and a lesson", () => {
    assert.deepEqual(
      parts.map(({ title }) => title),
      ["A loss term", "An op of the engine", "A view", "A data set", "A command", "A lesson"],
    );
  });

  it("names only existing paths, at most four files to edit, and a command that checks", () => {
    assert.deepEqual(parts.flatMap(faultsOf), []);
  });

  it("has a checker for each part among the tests of its command", () => {
    for (const { title, check } of parts)
      assert.match(check!, /test\/structure\/howToAdd\/\w+\.test\.ts/, title);
  });

  it("names every file that a checker asks for", () => {
    const options = Object.keys(publishedLoss) as (keyof typeof publishedLoss)[];
    const asked: Record<string, string[]> = {
      "A loss term": missingFromLossFamily(
        "invented",
        { options, published: {}, terms: () => [lossTerm("x", ({ frameLogits }) => frameLogits)] },
        {},
      ),
      "A data set": missingFromDataset({
        ...{ name: "INVENTED", folds: 0, splits: {}, repeats: null, labelMap: {}, source: "" },
        layout: { kind: "names", pattern: /x/ },
      }),
      "A command": missingFromCommand("invented", { register: (program) => void program.command("x") }),
      "A lesson": missingFromLesson("invented"),
    };
    for (const [title, missing] of Object.entries(asked)) {
      const part = parts.find((each) => each.title === title)!;
      assert.deepEqual(unnamedFiles(part, missing), [], title);
      assert.ok(unnamedFiles({ ...part, text: "" }, missing).length >= 3, title);
    }
  });

  it("says before its parts what no check looks at, and which registries import the files they name", () => {
    const intro = guideIntro(textOf("CONTRIBUTING.md"));
    for (const command of ["npm run lint", "npm run graph", "npx mocha test/structure"])
      assert.ok(intro.replace(/\s+/g, " ").includes(`\`${command}\``), command);
    const importing = parts.filter(({ text }) => importsNew(text)).map(({ title }) => title);
    assert.deepEqual(importing, ["A loss term", "A command"]);
    for (const title of importing)
      assert.match(intro, new RegExp(`${title.toLowerCase()}\\b[^.]*\\bcreate its file first`), title);
  });

  it("is refused where a path has moved, there is too much to edit or no check", () => {
    const text = [
      "## How to add",
      "### A smile",
      "New:\n\n- `kernel/smiles/<name>.ts`: see `kernel/aen/index.ts`, run `npx mocha test/none.test.ts`",
      "Edit:\n\n1. `README.md`\n2. b\n3. c\n4. d\n5. e",
      "Check: nothing",
      "## Next",
    ].join("\n");
    assert.deepEqual(guideParts(text).flatMap(faultsOf), [
      "A smile: there is no kernel/smiles/<name>.ts",
      "A smile: there is no test/none.test.ts",
      "A smile: 5 existing files to edit, more than 4",
      "A smile: says no command that checks",
    ]);
  });
});
