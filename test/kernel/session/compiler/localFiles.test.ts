import assert from "node:assert/strict";
import { localFiles } from "../../../../kernel/session/compiler/localFiles.js";
import { notebook } from "./askedNotebook.js";

describe("the user's files that a cell imports", () => {
  function files(code: string): string[] {
    const { places, cell } = notebook.placed(`${code}|`);
    return localFiles(places, cell).map((file) => file.replace(`${notebook.folder}/`, ""));
  }

  it("are those that it names and those that they name, also in a circle", () => {
    notebook.file("there.ts", 'import { back } from "./back.js";\nexport const there = () => back;');
    notebook.file("back.ts", 'import { there } from "./there.js";\nexport const back = () => there;');
    assert.deepEqual(files('const { there } = await import("./there.js");'), ["back.ts", "there.ts"]);
  });

  it("are no packages and no missing files", () => {
    assert.deepEqual(
      files('import fs from "node:fs"; import ts from "typescript"; import x from "./none.js";'),
      [],
    );
  });
});
