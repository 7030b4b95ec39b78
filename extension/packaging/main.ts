/**
 * Packages the extension for one platform (default: this one):
 *
 *   npm run package
 *   npm run package -- --target win32-x64 --out aen.vsix
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createVSIX } from "@vscode/vsce";
import { fetchForeignPackages } from "./foreignPackages.js";
import { stage } from "./stage.js";
import { target } from "./targets.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { target: { type: "string" }, out: { type: "string" } } });
  const wanted = target(values.target);
  const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const out = path.resolve(values.out ?? path.join(root, "dist", `${name}-${wanted.name}-${version}.vsix`));
  const folder = path.join(root, "dist", "vsix", wanted.name);
  const own = wanted.platform === process.platform && wanted.arch === process.arch;
  const packages = own ? undefined : fetchForeignPackages(root, wanted);
  await stage(root, folder, wanted, packages);
  await createVSIX({
    cwd: folder,
    packagePath: out,
    target: wanted.name,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  console.log(report(folder, out));
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
