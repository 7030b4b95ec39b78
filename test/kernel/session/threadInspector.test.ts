import assert from "node:assert/strict";
import { once } from "node:events";
import { siblingWorker } from "../../../kernel/session/moduleUrl.js";

describe("the inspector of the main thread", function () {
  this.timeout(20_000);

  it("hears no answer that comes after its end, and does not throw", async () => {
    const worker = siblingWorker(import.meta.url, "./inspectsMainThread", {});
    const [heard] = (await once(worker, "message")) as [unknown];
    assert.deepEqual(heard, ["first"]);
    await worker.terminate();
  });
});
