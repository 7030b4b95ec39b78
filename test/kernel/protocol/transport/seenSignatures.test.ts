import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { SeenSignatures } from "../../../../kernel/protocol/transport/seenSignatures.js";

const signature = (number: number) => Buffer.from(createHash("sha256").update(`${number}`).digest("hex"));

describe("the signatures seen", () => {
  it("are new once", () => {
    const seen = new SeenSignatures();
    for (let number = 0; number < 1000; number++) assert.ok(seen.add(signature(number)));
    for (let number = 0; number < 1000; number++) assert.ok(!seen.add(signature(number)));
  });

  it("are forgotten from the oldest on, beyond the limit", () => {
    const seen = new SeenSignatures(3);
    for (let number = 0; number < 4; number++) seen.add(signature(number));
    assert.deepEqual([seen.add(signature(3)), seen.add(signature(0))], [false, true]);
  });
});
