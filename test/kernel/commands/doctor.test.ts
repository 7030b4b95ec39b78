import assert from "node:assert/strict";
import { register } from "../../../kernel/commands/doctor.js";
import type { Finding } from "../../../kernel/doctor/finding.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { withPath } from "../doctor/fakePrograms.js";
import { inProcess } from "./inProcess.js";

describe("aen doctor", function () {
  this.timeout(60_000);
  const cache = temporaryFolder();
  const given = process.env["AEN_CACHE"];
  before(() => (process.env["AEN_CACHE"] = cache));
  after(() => {
    if (given === undefined) delete process.env["AEN_CACHE"];
    else process.env["AEN_CACHE"] = given;
  });

  /** Without the programs of this machine, some of which take seconds to tell their version. */
  const doctor = (...args: string[]) => withPath(cache, () => inProcess(register, "doctor", ...args));

  it("shows a line for each finding, with what to do below where something is missing", async () => {
    const { stdout, status } = await doctor();
    const findings = JSON.parse((await doctor("--json")).stdout) as Finding[];
    assert.equal(status, 0);
    const marks = { ready: "✓", missing: "–", needed: "✗" } as const;
    for (const { subject, state, remedy } of findings) {
      const line = stdout.split("\n").findIndex((each) => each.startsWith(`${marks[state]} ${subject}`));
      assert.ok(line >= 0, subject);
      if (remedy) assert.ok(stdout.split("\n")[line + 1].endsWith(remedy), subject);
    }
  });

  it("empties the cache of compiled steps first, where that is asked for", async () => {
    const { stderr } = await doctor("--clear-cache");
    assert.match(stderr, /^Removed 0 compiled steps \(0 MB\) from /);
    assert.ok(stderr.includes(cache));
  });
});
