import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const driver = "/usr/lib/chromium/vk_swiftshader_icd.json";
const script = fileURLToPath(new URL("webgpuStep.ts", import.meta.url));

/** The driver must be named before the process starts. */
async function twoSteps(
  device: "cpu" | "webgpu",
  profile = "",
): Promise<{ losses: number[]; weights: number[][] }> {
  const env = {
    ...process.env,
    XDG_RUNTIME_DIR: tmpdir(),
    VK_DRIVER_FILES: driver,
    VK_ICD_FILENAMES: driver,
  };
  const args = ["--import", "tsx", script, device, ...(profile ? [profile] : [])];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout.slice(stdout.indexOf('{"losses"')).split("\n")[0]);
}

interface ProfiledNode {
  readonly cat: string;
  readonly args?: { readonly provider?: string; readonly op_name?: string };
}

describe("a training step of AEN on WebGPU", function () {
  this.timeout(280_000);

  before(function () {
    if (existsSync(driver)) return;
    console.log(`      skipped: Debian's chromium brings the driver ${driver}`);
    this.skip();
  });

  it("gives the numbers of the processor, with every operator on the device", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "aen-webgpu-"));
    try {
      const onDevice = await twoSteps("webgpu", path.join(folder, "profile"));
      const onProcessor = await twoSteps("cpu");
      onProcessor.losses.forEach((loss, i) => assert.ok(Math.abs(loss - onDevice.losses[i]) < 1e-4));
      onProcessor.weights.forEach((weights, i) => {
        const scale = Math.max(...weights.map(Math.abs));
        weights.forEach((weight, j) => assert.ok(Math.abs(weight - onDevice.weights[i][j]) <= 1e-4 * scale));
      });
      const [file] = await readdir(folder);
      const events = JSON.parse(await readFile(path.join(folder, file), "utf8")) as ProfiledNode[];
      const nodes = events.filter(({ cat, args }) => cat === "Node" && args?.provider);
      const elsewhere = nodes.filter(({ args }) => args!.provider!.startsWith("CPU"));
      assert.ok(nodes.length > 1000);
      assert.deepEqual([...new Set(elsewhere.map(({ args }) => args!.op_name))], []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
