import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { TestClient } from "./conformance/client.js";
import { pipeWire } from "./conformance/wire.js";
import { ends, takings } from "./conformance/takings.js";

describe("a kernel", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), "aen-taken-"));
  let client: TestClient;

  before(async () => {
    execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
    client = new TestClient(pipeWire({ cwd: folder, env: process.env }));
    await client.value("let kept = 41; kept");
  });
  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The errors that cells were shown since the last call. */
  const errors = () =>
    client.messages
      .splice(0)
      .filter(({ header }) => header.msg_type === "error")
      .map(({ content }) => String(content.evalue));

  for (const [call, told] of Object.entries(ends))
    it(`is not ended by a cell that calls ${call}`, async () => {
      const { reply } = await client.run(call);
      assert.equal(reply.ename, "ExitCalled");
      assert.match(String(reply.evalue), told);
      assert.equal(await client.value("kept"), "41");
    });

  it("lets a cell that listens to a signal send it to itself", async () => {
    const code =
      "await new Promise((heard) => { process.once('SIGUSR2', heard); process.kill(process.pid, 'SIGUSR2'); })";
    assert.equal((await client.run(`${code}; "heard"`)).result, "'heard'");
  });

  for (const [what, code] of Object.entries(takings))
    it(`works as before after a cell has taken ${what}`, async () => {
      await client.run(code);
      assert.equal(await client.value("kept + 1"), "42");
      errors();
      await client.run("void (async () => { await null; throw new Error('late'); })(); 0");
      assert.equal((await client.run("throw new Error('mine')")).reply.evalue, "mine");
      assert.deepEqual(errors(), ["late", "mine"]);
      const id = client.send("execute_request", { code: "for (;;) {}" });
      await client.until(
        ({ header, parent_header: of }) => header.msg_type === "execute_input" && of.msg_id === id,
      );
      client.wire.interrupt();
      assert.equal((await client.answer(id)).reply.ename, "Interrupted");
      assert.equal(await client.value("kept + 2"), "43");
    });
});
