import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cachePlace } from "../../../../kernel/engine/cache/cacheFolder.js";
import { sealingSecret, sealOf } from "../../../../kernel/engine/cache/seal.js";
import { keyOf } from "../../../../kernel/engine/run/cachedSession.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

const script = fileURLToPath(new URL("cachedStep.ts", import.meta.url));

interface Told {
  readonly losses: readonly number[];
  /** Whether ONNX Runtime was given what the cache held. */
  readonly fromCache: boolean;
}

/** Two training steps in a process of their own, with a cache in the given folder. */
async function trainIn(folder: string): Promise<Told> {
  const env = { ...process.env, AEN_CACHE: folder };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], { env });
  return JSON.parse(stdout) as Told;
}

describe("a compiled step and its cache", function () {
  this.timeout(120_000);
  const base = temporaryFolder();
  const stepFile = (folder: string) => {
    const [name, ...others] = readdirSync(path.join(folder, "steps"));
    assert.deepEqual(others, []);
    assert.match(name, /^[0-9a-f]{64}\.step$/);
    return path.join(folder, "steps", name);
  };

  it("is used by another process, with the same numbers, even when its file is truncated", async () => {
    const folder = path.join(base, "plain");
    const first = await trainIn(folder);
    const file = stepFile(folder);
    const whole = readFileSync(file);
    const second = await trainIn(folder);
    assert.deepEqual([first.fromCache, second.fromCache], [false, true]);
    assert.deepEqual(second.losses, first.losses);
    truncateSync(file, whole.length >> 1);
    assert.deepEqual(await trainIn(folder), first);
    assert.deepEqual(readFileSync(stepFile(folder)), whole);
  });

  it("replaces a whole file that ONNX Runtime does not open", async () => {
    const folder = path.join(base, "foreign");
    const first = await trainIn(folder);
    const file = stepFile(folder);
    const foreign = Buffer.from("no graph");
    const secret = sealingSecret(cachePlace()?.secretFile);
    const seal = sealOf(secret, path.basename(file, ".step"), foreign);
    writeFileSync(file, Buffer.concat([seal, foreign]));
    assert.deepEqual(await trainIn(folder), first);
    assert.ok(readFileSync(file).length > 1000);
  });

  it("goes on, with the same numbers, where the cache cannot be written", async () => {
    const folder = path.join(base, "plain");
    const first = await trainIn(folder);
    const blocked = path.join(base, "blocked");
    writeFileSync(blocked, "a file in place of the folder");
    for (const place of [blocked, "/proc/nowhere", "/dev/full"])
      assert.deepEqual((await trainIn(place)).losses, first.losses);
  });

  it("serves several processes that begin at once", async () => {
    const folder = path.join(base, "shared");
    const told = await Promise.all([1, 2, 3, 4].map(() => trainIn(folder)));
    for (const { losses } of told) assert.deepEqual(losses, told[0].losses);
    stepFile(folder);
    assert.deepEqual(await trainIn(folder), { losses: told[0].losses, fromCache: true });
  });

  it("is off where the environment says so", async () => {
    const { fromCache } = await trainIn("off");
    assert.equal(fromCache, false);
  });
});

describe("the key of a compiled step", () => {
  const model = (bytes: number[], data: number[]) => ({
    bytes: Uint8Array.from(bytes),
    external: [{ path: "v1", data: Uint8Array.from(data) }],
    nodeCount: 300,
  });

  it("is another one for another graph, constant, device or version of ONNX Runtime", () => {
    const keys = [
      keyOf({ model: model([1, 2], [3]), provider: "cpu" }, "1.30.0"),
      keyOf({ model: model([1, 4], [3]), provider: "cpu" }, "1.30.0"),
      keyOf({ model: model([1, 2], [5]), provider: "cpu" }, "1.30.0"),
      keyOf({ model: model([1, 2], [3]), provider: "webgpu" }, "1.30.0"),
      keyOf({ model: model([1, 2], [3]), provider: "cpu" }, "1.31.0"),
    ];
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(keyOf({ model: model([1, 2], [3]), provider: "cpu" }, "1.30.0"), keys[0]);
  });
});
