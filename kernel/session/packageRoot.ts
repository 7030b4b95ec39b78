import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the installed package, found upwards from this module (it may run from dist or from sources). */
export const packageRoot: string = findPackageRoot(path.dirname(fileURLToPath(import.meta.url)));

function findPackageRoot(folder: string): string {
  const manifest = path.join(folder, "package.json");
  if (existsSync(manifest) && readFileSync(manifest, "utf8").includes('"aen-notebook"')) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`No package.json of aen-notebook above ${folder}.`);
  return findPackageRoot(parent);
}
