import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { errorAdvice } from "../../../kernel/session/errorAdvice.js";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { runner } from "./runner.js";

/** Two lines that leave nothing behind in JavaScript, and an error in the third. */
const threadInTypeScript = 'import "node:os";\ninterface A { b: number }\nthrow new Error("line " + 3);';

describe("advice on an error", () => {
  for (const extension of [".ts", ".tsx", ".mts", ".cts"]) {
    it(`of Node's is what to do about a Worker in ${extension}`, () => {
      const message = `Unknown file extension "${extension}" for /a/b${extension}`;
      assert.match(
        errorAdvice("ERR_UNKNOWN_FILE_EXTENSION", message, "20.19.0")!,
        /^Node 20\.19\.0 loads .*JavaScript file/,
      );
    });
  }

  it("is none for other files and other errors", () => {
    assert.equal(
      errorAdvice("ERR_UNKNOWN_FILE_EXTENSION", 'Unknown file extension ".css" for /a.css'),
      undefined,
    );
    assert.equal(errorAdvice("ENOENT", 'no ".ts"'), undefined);
    assert.equal(errorAdvice(undefined, ""), undefined);
  });

  it("comes with the error of a Worker in TypeScript, unless that has its right line", async function () {
    this.timeout(60_000);
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, "thread.ts"), threadInTypeScript);
    const session = await NotebookSession.start({ cwd, preload: false });
    const { result } = await runner(session).run(
      'import { Worker } from "node:worker_threads"; import { once } from "node:events";\n' +
        'await once(new Worker(new URL("./thread.ts", import.meta.url)), "exit");',
    );
    await session.close();
    const [headline, next] = result.error!.traceback;
    if (headline.startsWith("Error: line 3")) assert.match(next, /thread\.ts:3:7\)?$/);
    else assert.match(next, /loads a Worker's files itself/);
  });
});
