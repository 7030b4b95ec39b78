import assert from "node:assert/strict";
import { checkMachine, checkNode } from "../../../kernel/doctor/machine.js";

describe("the doctor on the machine", () => {
  it("refuses a Node.js that is too old, and says which will do", () => {
    for (const version of ["18.20.0", "20.18.1", "20.2.0"]) {
      const { state, detail, remedy } = checkNode(version);
      assert.deepEqual([state, detail], ["needed", version]);
      assert.match(remedy!, /20\.19 or newer/);
    }
    for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.1.0"])
      assert.deepEqual(checkNode(version), { subject: "Node.js", state: "ready", detail: version });
  });

  it("shows cores, memory and system", () => {
    const [, { state, detail }] = checkMachine();
    assert.equal(state, "ready");
    assert.match(detail, /\d+ cores, \d+ GiB of memory, \w+ \w+$/);
  });
});
