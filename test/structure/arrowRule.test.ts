import assert from "node:assert/strict";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { rooms } from "./rooms.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const eslint = new ESLint({ cwd: root });
const names = Object.keys(rooms);

/** A module of a room that need not exist; three folders deep, so that every import has several `../`. */
const probe = (room: string) => (room.endsWith(".ts") ? room : `${room}/some/deep/probe.ts`);

function specifier(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to).replace(/\.ts$/, ".js");
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/** The lines of a module's text that the project's own lint configuration refuses. */
async function refusedLines(file: string, lines: readonly string[]): Promise<number[]> {
  const [{ messages }] = await eslint.lintText(lines.join("\n"), { filePath: path.join(root, file) });
  return messages.filter(({ ruleId }) => ruleId === "structure/arrow").map(({ line }) => line - 1);
}

describe("the linter, of imports between rooms", () => {
  for (const room of names) {
    it(`lets ${room} import from the rooms below it and refuses all others`, async () => {
      const lines = names.map((target) => `import "${specifier(probe(room), probe(target))}";`);
      const refused = await refusedLines(probe(room), lines);
      const forbidden = names.flatMap((target, i) =>
        target === room || rooms[room].includes(target) ? [] : [i],
      );
      assert.deepEqual(refused, forbidden);
    });
  }

  it("refuses an upward arrow in every form that an import has", async () => {
    const forms = [
      'import { run } from "../session/x.js";',
      'import type { Run } from "../session/x.js";',
      'export * from "../session/x.js";',
      'export { run } from "../session/x.js";',
      'export type { Run } from "../session/x.js";',
      'const later = import("../session/x.js");',
      'type Run = import("../session/x.js").Run;',
    ];
    assert.deepEqual(await refusedLines("kernel/metrics/probe.ts", forms), [0, 1, 2, 3, 4, 5, 6]);
  });

  it("refuses tests as an import of the product, and what belongs to no room", async () => {
    const lines = ['import "../../test/structure/rooms.js";', 'import "../newRoom/x.js";'];
    assert.deepEqual(await refusedLines("kernel/metrics/probe.ts", lines), [0, 1]);
  });

  it("keeps VS Code within extension/", async () => {
    const lines = ['import * as vscode from "vscode";'];
    assert.deepEqual(await refusedLines("extension/commands/probe.ts", lines), []);
    for (const file of ["kernel/session/probe.ts", "kernel/protocol/probe.ts", "media/view/probe.ts"])
      assert.deepEqual(await refusedLines(file, lines), [0], file);
  });

  it("keeps Node out of what runs in browsers", async () => {
    const lines = ['import { readFile } from "node:fs/promises";'];
    assert.deepEqual(await refusedLines("kernel/files/probe.ts", lines), []);
    for (const file of ["kernel/contracts/probe.ts", "kernel/metrics/probe.ts", "kernel/figures/x/probe.ts"])
      assert.deepEqual(await refusedLines(file, lines), [0], file);
  });
});
