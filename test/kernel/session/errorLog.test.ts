import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { siblingModule } from "../../../kernel/session/moduleUrl.js";

describe("an error that belongs to no cell", () => {
  it("is written to the process's error stream, whatever stands in the place of `console` and the stream", () => {
    const module = siblingModule(import.meta.url, "../../../kernel/session/errorLog").href;
    const code = `const { logError } = await import(${JSON.stringify(module)});
      globalThis.console = undefined; process.stderr.destroy();
      logError(new RangeError("unseen")); logError(7);
      logError({ get [Symbol.toStringTag]() { throw new Error("no"); } });`;
    const { stderr, status } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", code],
      {
        encoding: "utf8",
      },
    );
    assert.match(stderr, /RangeError: unseen[\s\S]*\n7\n/);
    assert.equal(status, 0);
  });
});
