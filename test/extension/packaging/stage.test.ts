import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fetchForeignPackages } from "../../../extension/packaging/foreignPackages.js";
import { stage } from "../../../extension/packaging/stage.js";
import { target } from "../../../extension/packaging/targets.js";
import { writeCells } from "../../vscode/notebookFiles.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A platform, its libraries, and those of others. */
const platforms: readonly (readonly [name: string, own: RegExp, strange: RegExp])[] = [
  ["win32-x64", /onnxruntime\.dll$|libvips-42\.dll$/, /\.so(\.\d+)*$|\.dylib$|\/(linux|darwin|arm64)\//],
  ["win32-arm64", /onnxruntime\.dll$|libvips-42\.dll$/, /\.so(\.\d+)*$|\.dylib$|\/(linux|darwin|x64)\//],
  ["linux-arm64", /libonnxruntime\.so|libvips-cpp\.so/, /\.dll$|\.dylib$|\/(win32|darwin|x64)\//],
  [
    "darwin-arm64",
    /libonnxruntime.*\.dylib$|libvips-cpp.*\.dylib$/,
    /\.dll$|\.so(\.\d+)*$|\/(win32|linux|x64)\//,
  ],
];
/** npm fetches tens of megabytes for each; all of them with `AEN_EVERY_PLATFORM=1 npx mocha test/extension/packaging/stage.test.ts`. */
const tried = platforms.filter(
  ([name]) => process.env.AEN_EVERY_PLATFORM === "1" || /^(win32-x64|darwin)/.test(name),
);

describe("What the VSIX holds", function () {
  this.timeout(300_000);
  let folder: string;

  before(function () {
    if (!existsSync(path.join(root, "dist", "built"))) {
      console.warn("      skipped: dist/ has not been built (npm run build)");
      this.skip();
    }
    folder = mkdtempSync(path.join(tmpdir(), "aen-stage-"));
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  it("trains, reads pictures and serves Jupyter without the repository", async () => {
    const shipped = path.join(folder, "own");
    await stage(root, shipped, target());
    const work = path.join(folder, "work");
    mkdirSync(work);
    writeCells(work, "packaged.ipynb", [
      "const clips = await aen.clips.synthetic({ perEmotion: 2, size: 32, frames: 4, seed: 1 });",
      'const run = await aen.train(aen.model("tiny"), clips, { epochs: 1, seed: 1 });',
      "const result = await run.evaluate(clips);\nresult",
      "await run.timeline([...clips][0])",
    ]);
    const cli = path.join(shipped, "dist", "kernel", "cli.js");
    const said = execFileSync(process.execPath, [cli, "run", "packaged.ipynb"], {
      cwd: work,
      encoding: "utf8",
    });
    assert.match(said, /errors? stay/);
  });

  it("has the weights of every face network that the kernel names", () => {
    const names = readFileSync(path.join(root, "kernel/faces/faceWeights.ts"), "utf8");
    const networks = [...names.matchAll(/"((?:tiny_face|ssd_mobile|face_)\w+)"/g)].map(([, name]) => name);
    assert.equal(networks.length, 5);
    const models = readdirSync(path.join(folder, "own/node_modules/@vladmandic/face-api/model"));
    for (const name of networks)
      assert.ok(models.includes(`${name}.bin`) || models.includes(`${name}_model.bin`), name);
  });

  for (const [name, own, strange] of tried)
    it(`is for ${name} the libraries of that platform and of no other`, async function () {
      const wanted = target(name);
      let packages: string;
      try {
        packages = fetchForeignPackages(root, wanted);
      } catch (error) {
        console.warn(`      skipped: ${String(error).slice(0, 200)}`);
        return this.skip();
      }
      const shipped = path.join(folder, name);
      await stage(root, shipped, wanted, packages);
      const files = readdirSync(shipped, { recursive: true, encoding: "utf8" }).map((file) =>
        file.replaceAll("\\", "/"),
      );
      const { platform, arch } = wanted;
      assert.ok(
        files.includes(
          `node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}/onnxruntime_binding.node`,
        ),
      );
      assert.ok(files.some((file) => file.startsWith(`node_modules/@img/sharp-${name}/`)));
      assert.ok(files.filter((file) => own.test(file)).length >= 2, "ONNX Runtime and libvips");
      assert.deepEqual(
        files.filter((file) => file.startsWith("node_modules/") && strange.test(file)),
        [],
      );
    });

  it("is refused for a platform without libraries, naming the known platforms", () => {
    assert.throws(() => target("linux-armhf"), /No package for linux-armhf\. Expected one of: linux-x64/);
  });
});
