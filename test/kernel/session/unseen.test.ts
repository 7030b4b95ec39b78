import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { hideForeignGlobals, isFollowedByNode } from "./foreignTraces.js";
import { runner, type Runner } from "./runner.js";
import { held, ours, preparation } from "./situations/ours.js";

describe("nothing of the kernel, in a notebook,", () => {
  const cwd = mkdtempSync(path.join(tmpdir(), "unseen-"));
  let session: NotebookSession;
  let cells: Runner;
  let forbidden: RegExp;
  let showGlobals: () => void;

  before(async () => {
    forbidden = ours(packageRoot, isFollowedByNode());
    showGlobals = hideForeignGlobals();
    session = await NotebookSession.start({ cwd, ignoreTypeErrors: true });
    cells = runner(session);
    await cells.value(preparation);
  });
  after(async () => {
    await session.close();
    showGlobals();
    rmSync(cwd, { recursive: true });
  });

  /** What a cell has put out and is answered with, as text. */
  async function text(code: string, expressions?: Record<string, string>): Promise<string> {
    const { result, outputs } = await cells.run(code, { expressions });
    return JSON.stringify([outputs, result.error, result.expressions]);
  }

  function assertUnseen(shown: string, name: string): void {
    const found = forbidden.exec(shown);
    const around = found && shown.slice(Math.max(0, found.index - 200), found.index + 100);
    assert.equal(found?.[0], undefined, `${name}: ${around}`);
  }

  for (const [name, code] of Object.entries(held)) {
    it(`is seen in ${name}: printed, shown, nested, or with an error`, async () => {
      // An expression waits for its value.
      const one = name.includes("pending") ? "1" : "it";
      const printing = `var it = ${code};\nconsole.log(it, [it]); console.dir({ it });\n({ it })`;
      const shown = await text(printing, { one, many: "[it]", name: "String(it)" });
      assert.match(shown, /execute_result/, shown);
      assertUnseen(shown, name);
      assertUnseen(await text("throw Object.assign(new Error('a', { cause: it }), { it });"), name);
    });
  }

  it("is seen when a display ends a cell: what it shows comes once", async () => {
    for (const call of ["display(1)", "display.html('1')", "display.markdown('1')", "display.json([1])"]) {
      const { outputs } = await cells.run(call);
      assert.deepEqual(
        outputs.map((output) => output.output_type),
        ["display_data"],
        call,
      );
    }
  });

  it("is seen in completions and descriptions", async () => {
    for (const code of ["", "__", "globalThis.__", "over.", "new Box().", "display.", "_"]) {
      const { matches } = await session.complete(code, code.length);
      assert.doesNotMatch(JSON.stringify(matches), forbidden, code);
    }
    for (const name of ["over", "Box", "display", "input", "require", "signal"])
      assert.doesNotMatch(JSON.stringify((await session.inspect(name, 1)) ?? {}), forbidden, name);
  });

  it("is seen in messages about types", async () => {
    await text("class Kept { private a = 1 }\nlet kept = new Kept();");
    const shown = await text("class Kept { private b = 1 }\nkept = new Kept();");
    assert.match(shown, /type 'Kept' but required in type 'Kept \(of an earlier cell\)'/);
    assertUnseen(shown, "types");
  });

  it("is seen in promises either by what Node keeps on them for it", async () => {
    assert.equal(
      await cells.value("[Promise.resolve([1]), (async () => 'a')()]"),
      "[ Promise { [ 1 ] }, Promise { 'a' } ]",
    );
  });
});
