import assert from "node:assert/strict";
import type { CompilerThreadData } from "../../../kernel/session/compiler/compilerThread.js";
import { CompilerRequests } from "../../../kernel/session/compilerRequests.js";
import { packageRoot } from "../../../kernel/files/packageRoot.js";

/** Keeps TypeScript's parser busy for hours: it tries every bracket in two ways. */
const endless = "async (".repeat(60);

describe("requests to the thread of the compiler", () => {
  let requests: CompilerRequests;
  const threads: CompilerThreadData[] = [];
  const cells: CompilerThreadData["cells"] = [{ id: 1, code: "const kept = 1;", ran: ["kept"] }];

  before(() => {
    requests = new CompilerRequests(() => {
      threads.push({ cwd: packageRoot, packageRoot, preload: false, cells });
      return threads.at(-1)!;
    });
  });
  after(() => requests.close());

  it("are answered in order, each with its own answer", async () => {
    const answered: number[] = [];
    const answers = ["1 +", "1 + 1", ")"].map(async (code, index) => {
      const { status } = await requests.ask("completeness", [code]);
      answered.push(index);
      return status;
    });
    assert.deepEqual(await Promise.all(answers), ["incomplete", "complete", "invalid"]);
    assert.deepEqual(answered, [0, 1, 2]);
  });

  it("fail with the message and the stack of the other thread, and the next one is answered", async () => {
    await assert.rejects(requests.ask("compileModule", ["/notes/nowhere.ts"]), (error: Error) => {
      assert.equal(error.message, "/notes/nowhere.ts cannot be read.");
      return /localModule/.test(error.stack!);
    });
    assert.equal((await requests.ask("completeness", ["1"])).status, "complete");
  });

  it("that nobody wants any more are given up with the reason; a new thread goes on with the others", async () => {
    const stop = new AbortController();
    const stuck = requests.ask("completeness", [endless], { signal: stop.signal });
    const waiting = requests.ask("diagnostics", ["const text: string = kept;"]);
    stop.abort(new RangeError("not wanted"));
    await assert.rejects(stuck, /not wanted/);
    assert.deepEqual(
      (await waiting).map(({ message }) => message),
      ["Type 'number' is not assignable to type 'string'."],
    );
    assert.equal(threads.length, 2);
  });

  it("are refused once the session is closed, as are those that were waiting", async () => {
    const own = new CompilerRequests(() => ({ cwd: "/notes", packageRoot, preload: false, cells: [] }));
    const waiting = assert.rejects(
      own.ask("completeness", ["1"]),
      /The compiler of this notebook has stopped|closed/,
    );
    await own.close();
    await waiting;
    await assert.rejects(own.ask("completeness", ["1"]), /The compiler of this notebook has stopped|closed/);
  });
});
