/**
 * Builds dist/: every module of kernel/ as one JavaScript file at the mirrored path (so that workers and
 * child processes are started by path), the renderers of media/ and the extension as bundles, and the
 * declarations that notebook cells are checked against.
 *
 *   node esbuild.config.js             builds everything
 *   node esbuild.config.js --if-stale  builds only when a source is newer than the last build
 *   node esbuild.config.js --no-types  leaves the declarations as they are
 *   node esbuild.config.js --watch     builds all but the declarations again whenever a source changes, until Ctrl+C
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build, context } from "esbuild";
import { validatorPlugin } from "./media/build/validatorPlugin.js";

/** Written when the bundles, and the declarations, have been built: a build without declarations leaves theirs old. */
const [bundlesStamp, typesStamp] = ["dist/built", "dist/builtTypes"];
const options = new Set(process.argv.slice(2));

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function isStale(stamp) {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const sources = ["kernel", "media", "extension"].flatMap(filesUnder);
  return [...sources, "package.json", "esbuild.config.js"].some((file) => statSync(file).mtimeMs > built);
}

/** The rooms whose modules run in the process of cells, on its main thread; see kernel/session/ownGlobals.ts. */
const besideCells = /^kernel\/(session|protocol|contracts|files)\//;

/** A JavaScript file for each module, at the mirrored path. */
function kernelModules() {
  const modules = filesUnder("kernel").filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
  const isBeside = (file) => besideCells.test(file.split(path.sep).join("/"));
  const common = {
    outdir: "dist/kernel",
    outbase: "kernel",
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  };
  return [
    { ...common, entryPoints: modules.filter((file) => !isBeside(file)) },
    { ...common, entryPoints: modules.filter(isBeside), inject: ["kernel/session/ownGlobals.ts"] },
  ];
}

/** What modules read that lies beside them: WebAssembly, styles, schemas, templates. */
function copyKernelFiles() {
  for (const file of filesUnder("kernel").filter((name) => !name.endsWith(".ts")))
    cpSync(file, path.join("dist", file));
}

/**
 * Renderers and pages of VS Code and the renderer of JupyterLab share chunks, so that a view loads only what it needs; a
 * script of an HTML page is one file.
 */
function browserBundles() {
  const entryPoints = filesUnder("media").filter((file) => /\.(renderer|webview|lab)\.ts$/.test(file));
  const scripts = filesUnder("media").filter((file) => file.endsWith(".script.ts"));
  const common = {
    outdir: "dist/media",
    outbase: "media",
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    loader: { ".css": "text" },
    plugins: [validatorPlugin],
    logLevel: "warning",
  };
  return [
    { ...common, entryPoints, splitting: true, chunkNames: "chunks/[name]-[hash]" },
    { ...common, entryPoints: filesUnder("media").filter((file) => file.endsWith(".page.ts")) },
    { ...common, entryPoints: scripts, format: "iife" },
  ];
}

function extensionBundles() {
  const common = { bundle: true, format: "cjs", platform: "node", target: "node20", logLevel: "warning" };
  return [
    {
      ...common,
      entryPoints: ["extension/extension.ts"],
      outfile: "dist/extension.cjs",
      external: ["vscode"],
      minify: true,
      sourcemap: true,
    },
    {
      ...common,
      entryPoints: ["extension/language/typescriptPlugin/plugin.ts"],
      outfile: "dist/typescriptPlugin.cjs",
      // TypeScript's server calls what the module exports
      footer: { js: "module.exports = module.exports.default;" },
    },
    {
      ...common,
      entryPoints: ["extension/webExtension.ts"],
      outfile: "dist/webExtension.js",
      platform: "browser",
      target: "es2022",
      external: ["vscode"],
      minify: true,
    },
  ];
}

function buildDeclarations() {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", "tsconfig.types.json"], { stdio: "inherit" });
  writeFileSync(typesStamp, "");
}

async function buildAll(bundles) {
  for (const folder of ["dist/kernel", "dist/media"]) rmSync(folder, { recursive: true, force: true });
  await Promise.all(bundles.map((bundle) => build(bundle)));
  copyKernelFiles();
  writeFileSync(bundlesStamp, "");
}

async function watchAll(bundles) {
  const contexts = await Promise.all(bundles.map((bundle) => context({ ...bundle, logLevel: "info" })));
  await Promise.all(contexts.map((one) => one.watch()));
  copyKernelFiles();
}

const bundles = [...kernelModules(), ...browserBundles(), ...extensionBundles()];
const isWanted = (stamp) => !options.has("--if-stale") || isStale(stamp);
if (options.has("--watch")) await watchAll(bundles);
else {
  if (isWanted(bundlesStamp)) await buildAll(bundles);
  if (!options.has("--no-types") && isWanted(typesStamp)) buildDeclarations();
}
