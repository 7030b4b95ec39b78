import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { fetchForeignPackages } from "../../../extension/packaging/foreignPackages.js";
import { target } from "../../../extension/packaging/targets.js";
import { temporaryFolder } from "../../temporaryFolder.js";

/** What the registry of the test has: libraries with their binaries for two platforms, in two versions. */
const libraries = ["sharp", "@napi-rs/image"];
const versions = ["1.0.0", "2.0.0"];
const binaries = (library: string) =>
  ["win32-x64", "linux-arm64"].map((platform) => `@test/${path.basename(library)}-${platform}`);

/** A registry in a thread of its own, as npm is waited for on this one; answers with what the files say. */
const registry = `
  const { createServer } = require("node:http");
  const { readFileSync } = require("node:fs");
  const { parentPort, workerData } = require("node:worker_threads");
  const server = createServer((request, response) => {
    const file = workerData + "/" + encodeURIComponent(decodeURIComponent(request.url).slice(1));
    try {
      const { port } = server.address();
      const body = readFileSync(file);
      response.end(file.endsWith(".tgz") ? body : String(body).replaceAll("REGISTRY", "http://127.0.0.1:" + port));
    } catch {
      response.writeHead(404).end("{}");
    }
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`;

describe("the image libraries for another platform", function () {
  this.timeout(60_000);
  const root = temporaryFolder();
  const served = path.join(root, "served");
  const names = [...libraries, ...libraries.flatMap(binaries)];
  const kept = { registry: process.env.npm_config_registry, cache: process.env.npm_config_cache };
  let server: Worker;

  function publish(name: string): void {
    const all = versions.map((version) => {
      const platform = /(win32|linux)-(\w+)$/.exec(name);
      const manifest = {
        ...{ name, version },
        ...(platform && { os: [platform[1]], cpu: [platform[2]] }),
        ...(libraries.includes(name) && {
          optionalDependencies: Object.fromEntries(binaries(name).map((each) => [each, version])),
          scripts: { install: "exit 1" },
        }),
      };
      const folder = path.join(root, "packed", name, version);
      mkdirSync(path.join(folder, "package"), { recursive: true });
      writeFileSync(path.join(folder, "package", "package.json"), JSON.stringify(manifest));
      const tarball = execFileSync("tar", ["-czf", "-", "-C", folder, "package"]);
      const file = `${path.basename(name)}-${version}.tgz`;
      writeFileSync(path.join(served, file), tarball);
      const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
      return { ...manifest, dist: { tarball: `REGISTRY/${file}`, integrity } };
    });
    const packument = {
      ...{ name, "dist-tags": { latest: versions.at(-1) } },
      versions: Object.fromEntries(all.map((each) => [each.version, each])),
    };
    writeFileSync(path.join(served, encodeURIComponent(name)), JSON.stringify(packument));
  }

  before(async () => {
    mkdirSync(served);
    names.forEach(publish);
    for (const library of libraries) {
      mkdirSync(path.join(root, "node_modules", library), { recursive: true });
      writeFileSync(path.join(root, "node_modules", library, "package.json"), '{ "version": "1.0.0" }');
    }
    server = new Worker(registry, { eval: true, workerData: served });
    const port = await new Promise<number>((resolve) => server.once("message", resolve));
    process.env.npm_config_registry = `http://127.0.0.1:${port}/`;
    process.env.npm_config_cache = path.join(root, "cache");
  });
  after(async () => {
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[`npm_config_${name}`];
      else process.env[`npm_config_${name}`] = value;
    }
    await server.terminate();
  });

  it("are those of the versions that are installed here, with the binaries of that platform alone", () => {
    const folder = fetchForeignPackages(root, target("win32-x64"));
    const modules = path.join(folder, "node_modules");
    assert.equal(folder, path.join(root, "dist", "vsix", "win32-x64-packages"));
    assert.deepEqual(readdirSync(path.join(modules, "@test")).sort(), ["image-win32-x64", "sharp-win32-x64"]);
    for (const library of libraries) {
      const { version } = JSON.parse(readFileSync(path.join(modules, library, "package.json"), "utf8")) as {
        version: string;
      };
      assert.equal(version, "1.0.0", `${library} has a newer version, but not here`);
    }
    assert.equal(
      existsSync(path.join(root, "node_modules", "@test")),
      false,
      "this repository stays as it is",
    );
  });

  it("are told where they cannot be fetched, and leave nothing of what was fetched before", () => {
    const left = path.join(root, "dist", "vsix", "linux-arm64-packages", "left.txt");
    mkdirSync(path.dirname(left), { recursive: true });
    writeFileSync(left, "");
    rmSync(path.join(served, "sharp"));
    process.env.npm_config_cache = path.join(root, "empty cache");
    assert.throws(
      () => fetchForeignPackages(root, target("linux-arm64")),
      /^Error: The image libraries for linux-arm64 cannot be fetched from npm, so there is no package for it: .*sharp/s,
    );
    assert.equal(existsSync(left), false);
  });
});
