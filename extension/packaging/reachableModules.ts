import path from "node:path";
import { build, type PluginBuild } from "esbuild";

/**
 * The files under node_modules that the built kernel can load, found by following every import and require with a
 * literal module name from the kernel's modules.
 * @param root - the repository, with dist/ built
 * @returns paths relative to the root
 */
export async function reachableModules(root: string, entryPoints: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    // one entry that imports them all: with one for each, every package is bundled as often as it is reached
    stdin: {
      contents: entryPoints.map((file) => importOf(path.resolve(root, file))).join(""),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20",
    loader: { ".node": "empty" },
    logLevel: "error",
    // absent optional modules are found missing at run time, as in the repository
    plugins: [{ name: "absent modules stay outside", setup: leaveAbsentModulesOut }],
  });
  return Object.keys(metafile.inputs).filter((file) => file.startsWith("node_modules/"));
}

function importOf(file: string): string {
  return `import ${JSON.stringify(file)};\n`;
}

function leaveAbsentModulesOut(build: PluginBuild): void {
  build.onResolve({ filter: /^[^./]/ }, async (args) => {
    if (args.pluginData === "asked") return undefined;
    const { kind, importer, resolveDir } = args;
    const found = await build.resolve(args.path, { kind, importer, resolveDir, pluginData: "asked" });
    return found.errors.length > 0 ? { path: args.path, external: true } : found;
  });
}
