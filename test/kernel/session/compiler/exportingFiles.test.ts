import assert from "node:assert/strict";
import { exportingFiles } from "../../../../kernel/session/compiler/exportingFiles.js";
import { notebook } from "./askedNotebook.js";

describe("the files beside a notebook that export a name", () => {
  it("are those that declare it as an export", () => {
    notebook.file("exported.ts", "  export async function blur() {}\nexport const blurred = 1;");
    notebook.file("used.ts", 'import { blur } from "./exported.ts";\nblur();');
    notebook.file("declared.d.ts", "export function blur(): void;");
    assert.deepEqual(exportingFiles(notebook.folder, "blur"), ["./exported.ts"]);
    assert.deepEqual(exportingFiles(notebook.folder, "$"), []);
  });
});
