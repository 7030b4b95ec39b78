import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("ONNX Runtime", () => {
  const home = temporaryFolder();

  it("leaves no device id and no queue of reports behind", async () => {
    const engine = fileURLToPath(new URL("../../../../kernel/engine/compile.ts", import.meta.url));
    const code = `
      const { compile } = await import(${JSON.stringify(engine)});
      const step = compile(({ x }) => ({ y: x.square() }), { device: "cpu" });
      console.log((await step.run({ x: 3 })).y.data[0]);
      await step.dispose();`;
    const { ORT_DISABLE_TELEMETRY: _, ORT_TELEMETRY_DISABLED: __, CI: ___, ...inherited } = process.env;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", code],
      { env: { ...inherited, HOME: home, XDG_CACHE_HOME: home } },
    );
    assert.equal(stdout, "9\n");
    const ours = "aen-notebook";
    assert.deepEqual(
      readdirSync(home).filter((name) => name !== ours),
      [],
    );
    assert.deepEqual(readdirSync(path.join(home, ours)), ["steps.secret"], "the key of the step cache");
  }).timeout(30_000);
});
