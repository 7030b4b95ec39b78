import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

describe("the environment of a kernel's process", () => {
  const inProcess = (code: string) =>
    execFileSync(
      process.execPath,
      [
        ...["--import", "tsx", "--input-type=module", "-e"],
        `import { keepEnvironment } from "./kernel/session/processEnvironment.ts"; keepEnvironment(); ${code}`,
      ],
      { encoding: "utf8", env: { ...process.env, GIVEN: "there" } },
    ).trim();

  it("stays an object, whatever a cell sets it to", () => {
    const taking =
      "const refused = (take) => { try { take(); return 'taken'; } catch (error) { return error.name; } };" +
      "console.log([undefined, null, 5].map((value) => refused(() => { process.env = value; })).join()," +
      " refused(() => { delete process.env; }), refused(() => Object.defineProperty(process, 'env', { value: 1 }))," +
      " process.env.GIVEN);";
    assert.equal(inProcess(taking), "TypeError,TypeError,TypeError TypeError TypeError there");
  });

  it("may be changed, and replaced by another object", () => {
    const change =
      "process.env.GIVEN = 'changed'; const changed = process.env.GIVEN; process.env = { GIVEN: 'other' };";
    assert.equal(inProcess(`${change} console.log(changed, process.env.GIVEN);`), "changed other");
  });
});
