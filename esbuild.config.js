/**
 * Builds dist/: every module of kernel/ as one JavaScript file at the mirrored path (so that workers and
 * child processes are started by path), the renderers of media/ and the extension as bundles, and the
 * declarations that notebook cells are checked against.
 *
 *   node esbuild.config.js             builds everything
 *   node esbuild.config.js --if-stale  builds only when a source is newer than the last build
 *   node esbuild.config.js --no-types  leaves the declarations as they are
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { validatorPlugin } from "./media/build/validatorPlugin.js";

const stamp = "dist/built";
const options = new Set(process.argv.slice(2));

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const sources = ["kernel", "media", "extension"].flatMap(filesUnder);
  return [...sources, "package.json", "esbuild.config.js"].some((file) => statSync(file).mtimeMs > built);
}

async function buildKernel() {
  const files = filesUnder("kernel");
  await build({
    entryPoints: files.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts")),
    outdir: "dist/kernel",
    outbase: "kernel",
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
  for (const file of files.filter((name) => !name.endsWith(".ts"))) cpSync(file, path.join("dist", file));
}

/** Renderers share chunks, so that a view loads only what it needs; a script of an HTML page is one file. */
async function buildBrowserBundles() {
  const entryPoints = filesUnder("media").filter((file) => file.endsWith(".renderer.ts"));
  if (entryPoints.length === 0) return;
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
  await Promise.all([
    build({ ...common, entryPoints, splitting: true, chunkNames: "chunks/[name]-[hash]" }),
    build({ ...common, entryPoints: filesUnder("media").filter((file) => file.endsWith(".page.ts")) }),
  ]);
}

async function buildExtension() {
  const common = { bundle: true, format: "cjs", platform: "node", target: "node20", logLevel: "warning" };
  await Promise.all([
    build({
      ...common,
      entryPoints: ["extension/extension.ts"],
      outfile: "dist/extension.cjs",
      external: ["vscode"],
      minify: true,
      sourcemap: true,
    }),
    build({
      ...common,
      entryPoints: ["extension/language/typescriptPlugin/plugin.ts"],
      outfile: "dist/typescriptPlugin.cjs",
      // TypeScript's server calls what the module exports
      footer: { js: "module.exports = module.exports.default;" },
    }),
  ]);
}

function buildDeclarations() {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", "tsconfig.types.json"], { stdio: "inherit" });
}

if (!options.has("--if-stale") || isStale()) {
  for (const folder of ["dist/kernel", "dist/media"]) rmSync(folder, { recursive: true, force: true });
  await Promise.all([buildKernel(), buildBrowserBundles(), buildExtension()]);
  if (!options.has("--no-types")) buildDeclarations();
  writeFileSync(stamp, "");
}
