/**
 * Packages the extension for one platform (default: this one), or for all:
 *
 *   npm run package
 *   npm run package -- --target win32-x64 --out aen.vsix
 *   npm run package -- --target all
 *   npm run package -- --target web
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createVSIX } from "@vscode/vsce";
import { fetchForeignPackages } from "./foreignPackages.js";
import { stage } from "./stage.js";
import { stageWeb } from "./stageWeb.js";
import { target, targets, webTarget } from "./targets.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { target: { type: "string" }, out: { type: "string" } } });
  const all = values.target === "all";
  if (all && values.out !== undefined)
    throw new Error("Leave out --out: each platform has a VSIX of its own in dist/.");
  for (const wanted of all ? [...targets.map(({ name }) => name), webTarget] : [values.target])
    console.log(await packageFor(wanted === webTarget ? webTarget : target(wanted).name, values.out));
}

/** @returns the VSIX and its size, as a line */
async function packageFor(wanted: string, place: string | undefined): Promise<string> {
  const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const out = path.resolve(place ?? path.join(root, "dist", `${name}-${wanted}-${version}.vsix`));
  const folder = path.join(root, "dist", "vsix", wanted);
  await stageFor(wanted, folder);
  await createVSIX({
    cwd: folder,
    packagePath: out,
    target: wanted,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return report(folder, out);
}

async function stageFor(name: string, folder: string): Promise<void> {
  if (name === webTarget) return stageWeb(root, folder);
  const wanted = target(name);
  const own = wanted.platform === process.platform && wanted.arch === process.arch;
  await stage(root, folder, wanted, own ? undefined : fetchForeignPackages(root, wanted));
}

function report(folder: string, vsix: string): string {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).size);
  const unpacked = sizes.reduce((sum, size) => sum + size, 0);
  return `${vsix}: ${megabytes(statSync(vsix).size)}, ${sizes.length} files, ${megabytes(unpacked)} unpacked`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

await main();
