import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe } from "mocha";
import { TestClient } from "./conformance/client.js";
import { messages } from "./conformance/messages.js";
import { outputs } from "./conformance/outputs.js";
import { stops } from "./conformance/stops.js";
import { stopsOfPlaces } from "./conformance/stopsOfPlaces.js";
import { stopsOfRecords } from "./conformance/stopsOfRecords.js";
import { stopsOfWork } from "./conformance/stopsOfWork.js";
import { webgpuEnvironment } from "./conformance/webgpu.js";
import { hasJupyterClient, jupyterWire, pipeWire } from "./conformance/wire.js";

/**
 * The same cases over every transport. What is broken in tslab (measured before this kernel was begun) is covered by:
 *
 * | tslab                                                        | test                                                  |
 * | ------------------------------------------------------------ | ----------------------------------------------------- |
 * | a loop that prints loses lines, and idle never comes         | outputs: "every line of a hundred thousand"           |
 * | an interrupted async loop runs on                            | stops: "ends an async loop"                           |
 * | a sync loop after an await hangs the kernel                  | stops: "ends a loop after an await"                   |
 * | a failed cell forgets what it declared                       | outputs: "keeps what a failed cell had declared"      |
 * | requests after an error are aborted; stop_on_error is ignored | messages: "drops what waits after an error"          |
 * | no execute_input, execute_result, error; kernel_info wrong   | messages: "introduces itself", "sends busy, …"        |
 * | no comm, history, stdin                                      | messages: "closes comms", "remembers", "asks for input" |
 * | ES modules with top-level await, packages with exports only  | session/modules.test.ts: "load ES modules"            |
 * | import.meta, top-level for await, export                     | session/modules.test.ts: "offer import()"             |
 * | not strict; TypeScript 5.0                                   | session/notebookSession.test.ts: "shows type errors"  |
 * | traces with wrong lines and internals                        | outputs: "shows where an error is"                    |
 * | background output lands in the wrong cell                    | outputs: "brings late output"                         |
 * | one MIME type a display                                      | outputs: "shows several forms in one bundle"          |
 * | process.exit kills the kernel                                | outputs: "loses nothing by process.exit"              |
 */
const transports = { "in a child process": pipeWire, "under Jupyter, over ZeroMQ": jupyterWire };

for (const [name, connect] of Object.entries(transports))
  describe(`the kernel ${name}`, function () {
    this.timeout(60_000);
    const folder = mkdtempSync(path.join(tmpdir(), "aen-conformance-"));
    let client: TestClient;
    const start = async () => {
      const started = new TestClient(connect({ cwd: folder, env: { ...process.env, ...webgpuEnvironment } }));
      await started.request("kernel_info_request");
      return started;
    };

    before(async function () {
      if (connect === jupyterWire && !hasJupyterClient()) {
        console.log("      skipped: python3-jupyter-client is missing");
        return this.skip();
      }
      execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
      client = await start();
    });
    // A kernel that one case has lost would fail all cases after it, each by its time limit.
    afterEach(async function () {
      if (this.currentTest?.state !== "failed") return;
      console.log(
        `        the kernel's process ${client.hasEnded ? "has ended" : "lives"}: ${client.wire.log()}`,
      );
      await client.close();
      client = await start();
    });
    after(async () => {
      await client?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    describe("as to messages", () => messages(() => client));
    describe("as to outputs", () => outputs(() => client));
    describe("as to stops", () => stops(() => client));
    describe("as to stops of places", () => stopsOfPlaces(() => client));
    describe("as to stops of records", () => stopsOfRecords(() => client));
    describe("as to stops of AEN's work", () => stopsOfWork(() => client));
  });
