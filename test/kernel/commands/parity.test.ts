import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "../../../kernel/commands/parity.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { inProcess } from "./inProcess.js";

const small = fileURLToPath(new URL("../../parity/fixtures/fixtures-small.json", import.meta.url));

describe("aen parity", () => {
  const folder = temporaryFolder();

  it("compares with the values of a file, names the records outside their tolerance, and fails", async () => {
    const recorded = JSON.parse(readFileSync(small, "utf8")) as {
      eval: Record<string, { all?: number[] }>;
    };
    const record = Object.keys(recorded.eval).find((name) => recorded.eval[name].all)!;
    recorded.eval[record].all = recorded.eval[record].all!.map((value) => value + 1);
    const file = path.join(folder, "changed.json");
    writeFileSync(file, JSON.stringify(recorded));
    const { stdout, status } = await inProcess(register, "parity", "--fixtures", file);
    assert.equal(status, 1);
    assert.match(stdout, /small, 3 clips labelled .*, weights "main-a", device cpu/);
    const outside = [...stdout.matchAll(/^outside: eval (\S+): \S+, allowed \S+$/gm)].map(([, name]) => name);
    assert.ok(outside.includes(record), stdout);
    assert.match(stdout, /\d{3} comparisons, \d outside their tolerance\./);
  }).timeout(120_000);

  it("names a file that is missing or has no recorded values", async () => {
    const absent = await inProcess(register, "parity", "--fixtures", path.join(folder, "absent.json"));
    assert.match(absent.stderr, /There is no file ".*absent\.json"/);
    const other = path.join(folder, "other.json");
    writeFileSync(other, "{}");
    const none = await inProcess(register, "parity", "--fixtures", other);
    assert.match(none.stderr, /other\.json" is not a file of recorded values: /);
    assert.deepEqual([absent.status, none.status], [1, 1]);
  });

  it("computes on available devices", async () => {
    assert.match(
      (await inProcess(register, "parity", "--device", "abacus")).stderr,
      /Allowed choices are cpu, webgpu/,
    );
  });
});
