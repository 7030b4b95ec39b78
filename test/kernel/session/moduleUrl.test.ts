import assert from "node:assert/strict";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { siblingModule, siblingWorker } from "../../../kernel/session/moduleUrl.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("a module beside another", () => {
  it("is a source where that is one, and built where that is built", () => {
    assert.equal(siblingModule("file:///a/kernel/x.ts", "./y/z").href, "file:///a/kernel/y/z.ts");
    assert.equal(siblingModule("file:///a/dist/kernel/x.js", "../z").href, "file:///a/dist/z.js");
    assert.equal(siblingModule("file:///with%20space/x.ts", "./z").href, "file:///with%20space/z.ts");
  });

  const folder = temporaryFolder();
  const post =
    "import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage(workerData);";

  it("runs in a thread from its TypeScript source", async () => {
    const own = new URL("./moduleUrl.test.ts", import.meta.url).href;
    const worker = siblingWorker(own, "./postedBack", { workerData: { sent: 1 } });
    assert.deepEqual(await once(worker, "message"), [{ sent: 1 }]);
    await worker.terminate();
  });

  it("runs in a thread as it was built", async () => {
    writeFileSync(path.join(folder, "built.js"), post);
    writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
    const worker = siblingWorker(pathToFileURL(path.join(folder, "x.js")).href, "./built", { workerData: 2 });
    assert.deepEqual(await once(worker, "message"), [2]);
  });

  it("that is not there is an error of the thread", async () => {
    const worker = siblingWorker(pathToFileURL(path.join(folder, "x.js")).href, "./nowhere", {});
    const [error] = (await once(worker, "error")) as [Error];
    assert.match(error.message, /nowhere\.js/);
  });
});
