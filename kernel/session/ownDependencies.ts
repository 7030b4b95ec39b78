import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../files/packageRoot.js";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The folder of the package that a file belongs to; undefined for a file outside any node_modules. */
export function packageFolder(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0];
}

/** Whether a file belongs to a direct or transitive dependency of the kernel, rather than to a user's package. */
export function isOwnDependency(file: string): boolean {
  const folder = packageFolder(file);
  return folder !== undefined && (known ??= dependencyFolders()).has(folder);
}

let known: ReadonlySet<string> | undefined;

function dependencyFolders(): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [packageRoot];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    for (const name of dependenciesOf(folder)) {
      const dependency = installed(name, folder);
      if (dependency === undefined || found.has(dependency)) continue;
      found.add(dependency);
      waiting.push(dependency);
    }
  return found;
}

function dependenciesOf(folder: string): string[] {
  const file = path.join(folder, "package.json");
  if (!existsSync(file)) return [];
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const { dependencies, optionalDependencies, peerDependencies } = manifest;
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
}

/** Looks up a package as Node does: in the node_modules of a folder and its parents. */
function installed(name: string, from: string): string | undefined {
  const place = path.join(from, "node_modules", name);
  if (existsSync(place)) return realpathSync(place);
  const parent = path.dirname(from);
  return parent === from ? undefined : installed(name, parent);
}
