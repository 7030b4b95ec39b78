import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of the package. */
export const packageFolder = fileURLToPath(new URL("..", import.meta.url));

/** The compiler's view of some files of the package and of all that they import, with the package's own settings. */
export function programOf(files: readonly string[]): ts.Program {
  const file = path.join(packageFolder, "tsconfig.json");
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [] },
    ts.sys,
    packageFolder,
  );
  const names = files.map((name) => path.resolve(packageFolder, name));
  return ts.createProgram(names, { ...options, noEmit: true });
}

/** The TypeScript files below a folder of the package, relative to the package. */
export function sourcesIn(folder: string): string[] {
  const names = readdirSync(path.join(packageFolder, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")));
}

let whole: ts.Program | undefined;

/** Everything that is ours: the product and its tests. Made once; it takes some seconds. */
export function wholeProgram(): ts.Program {
  return (whole ??= programOf([...productSources(), ...sourcesIn("test")]));
}

/** The files of the product, relative to the package. */
export function productSources(): string[] {
  return ["kernel", "extension", "media"].flatMap((folder) => sourcesIn(folder));
}
