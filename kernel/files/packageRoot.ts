import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the installed package, found by going up from this module (which may run from dist or source). */
export const packageRoot: string = findPackageRoot(path.dirname(fileURLToPath(import.meta.url)));

/** The version of this product, as in its package.json. */
export const productVersion: string = (
  JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as { version: string }
).version;

function findPackageRoot(folder: string): string {
  const manifest = path.join(folder, "package.json");
  if (existsSync(manifest) && readFileSync(manifest, "utf8").includes('"aen-notebook"')) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`No package.json of aen-notebook above ${folder}.`);
  return findPackageRoot(parent);
}
