import assert from "node:assert/strict";
import { SourceMap, type SourceMapPayload } from "node:module";
import type { OpenFile } from "../../../../kernel/session/compiler/cellProgram.js";
import { emitFile } from "../../../../kernel/session/compiler/emitFile.js";
import { memoryProgram } from "./memoryProgram.js";

function opened(text: string): OpenFile {
  const { program, file } = memoryProgram({ "/cell.ts": text });
  return { own: program, source: file("/cell.ts") } as unknown as OpenFile;
}

describe("the JavaScript of a file", () => {
  it("has neither types nor what makes it a module", () => {
    const { code } = emitFile(opened("export {};\nconst x: number = 1;\n"), () => (file) => file);
    assert.equal(code.trim(), "const x = 1;");
  });

  it("keeps those very words where they are part of a text", () => {
    const text = "const x = `\nexport {};\n//# sourceMappingURL=a.map\n`;";
    const { code } = emitFile(opened(`export {};\n${text}`), () => (file) => file);
    assert.equal(code.trim(), text);
  });

  it("is transformed before its types are taken out", () => {
    const { code } = emitFile(
      opened("export {}; first(); second as never;"),
      ({ factory }) =>
        (file) =>
          factory.updateSourceFile(file, file.statements.slice(-1)),
    );
    assert.equal(code.trim(), "second;");
  });

  it("comes with a map to the lines and columns that it was made of", () => {
    const { code, sourceMap } = emitFile(
      opened("export {};\n\ninterface Gone {}\n    boom();"),
      () => (file) => file,
    );
    const line = code.split("\n").findIndex((each) => each.includes("boom"));
    const place = new SourceMap(JSON.parse(sourceMap) as SourceMapPayload).findEntry(line, 0);
    assert.ok("originalLine" in place);
    assert.deepEqual([place.originalLine, place.originalColumn], [3, 4]);
  });
});
