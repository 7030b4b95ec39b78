import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { type NeededFiles, neededFiles } from "./neededFiles.js";
import { reachableModules } from "./reachableModules.js";
import { pluginName } from "../language/typescriptPlugin/pluginName.js";
import { describingFiles } from "./stageWeb.js";
import type { Target } from "./targets.js";

/** The repository's own files that are shipped. */
const ownFiles = [
  ...describingFiles,
  "media/{activity.svg,snippets.json}",
  "media/walkthrough/**",
  "notebooks/*.ipynb",
  "notebooks/course/*",
  "dist/{kernel,media,types}/**",
  "dist/extension.cjs",
];

/**
 * Lays out the extension for one platform: its own files and, under node_modules, exactly those that its kernel can
 * load there.
 * @param root - the repository, built
 * @param folder - recreated
 * @param packages - where to look for packages first, for another platform
 */
export async function stage(root: string, folder: string, target: Target, packages?: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const file of globSync([...ownFiles], { cwd: root, dot: true })) copy(root, folder, file);
  const kernel = globSync("dist/kernel/**/*.js", { cwd: root, absolute: true });
  const modules = (await reachableModules(root, kernel)).filter((file) => !isOtherPlatform(file));
  for (const file of [...modules, ...innerManifests(root, modules)]) copy(root, folder, file);
  for (const needed of neededFiles(target)) copyNeeded([packages, root], folder, needed);
  copyPlugin(root, folder);
  const staged = stagedPackages(folder);
  for (const name of staged.filter((each) => each !== pluginName))
    copyManifest([packages, root], folder, name, staged);
  writeManifest(root, folder, staged);
}

/** The package.json files inside packages that tell Node whether the files below them are CommonJS or ES modules. */
function innerManifests(root: string, modules: readonly string[]): string[] {
  const folders = new Set(modules.flatMap(foldersWithinPackage));
  return [...folders]
    .map((folder) => `${folder}/package.json`)
    .filter((file) => existsSync(path.join(root, file)));
}

/** The folders from a module's own up to its package's, excluding the latter. */
function foldersWithinPackage(file: string): string[] {
  const [owner] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file)!;
  const names = file.slice(owner.length).split("/").slice(0, -1);
  return names.map((_, index) => owner + names.slice(0, index + 1).join("/"));
}

/** TypeScript's server looks for each plugin as a separate package. */
function copyPlugin(root: string, folder: string): void {
  const to = path.join(folder, "node_modules", pluginName);
  mkdirSync(to, { recursive: true });
  cpSync(path.join(root, "dist", "typescriptPlugin.cjs"), path.join(to, "index.js"));
  writeFileSync(path.join(to, "package.json"), JSON.stringify({ name: pluginName, version: "1.0.0" }));
}

function isOtherPlatform(file: string): boolean {
  return /\.node$|^node_modules\/@img\/sharp|\/build\/(linux|darwin|win32)\//.test(file);
}

function copy(root: string, folder: string, file: string): void {
  const to = path.join(folder, file);
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(path.join(root, file), to, { dereference: true });
}

function copyNeeded(roots: (string | undefined)[], folder: string, needed: NeededFiles): void {
  const root = roots.find((each) => each && existsSync(path.join(each, "node_modules", needed.package)));
  if (!root) {
    if (needed.optional) return;
    throw new Error(`${needed.package} is not installed. Run npm ci first.`);
  }
  const within = `node_modules/${needed.package}`;
  const files = globSync([...needed.files], { cwd: path.join(root, within), dot: true });
  if (files.length === 0) throw new Error(`${within} has no ${needed.files.join(", ")}.`);
  for (const file of files) copy(root, folder, `${within}/${file}`);
}

/** Folders of the staged packages, including nested ones: "a", "@b/c", "a/node_modules/d". */
function stagedPackages(folder: string): string[] {
  const files = globSync("node_modules/**/*", { cwd: folder, dot: true });
  const owner = /^node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;
  return [...new Set(files.flatMap((file) => owner.exec(file)?.[1] ?? []))].sort();
}

type Manifest = { version: string } & Record<string, unknown>;

/** Copies a package's manifest and licence. The manifest lists only nested dependencies: vsce collects files by it. */
function copyManifest(
  roots: (string | undefined)[],
  folder: string,
  name: string,
  staged: readonly string[],
): void {
  const within = path.join("node_modules", name);
  const root = roots.find((each) => each && existsSync(path.join(each, within, "package.json")))!;
  const manifest = readManifest(path.join(root, within));
  for (const field of [
    "dependencies",
    "devDependencies",
    "optionalDependencies",
    "peerDependencies",
    "scripts",
  ])
    delete manifest[field];
  const nested = `${name}/node_modules/`;
  const inside = staged.filter(
    (each) => each.startsWith(nested) && !each.slice(nested.length).includes("/node_modules/"),
  );
  manifest["dependencies"] = Object.fromEntries(
    inside.map((each) => [
      each.slice(nested.length),
      readManifest(path.join(root, "node_modules", each)).version,
    ]),
  );
  writeFileSync(path.join(folder, within, "package.json"), JSON.stringify(manifest));
  const texts = globSync("{LICEN[CS]E,NOTICE}*", { cwd: path.join(root, within), caseSensitiveMatch: false });
  for (const file of texts) copy(root, folder, path.join(within, file));
}

function writeManifest(root: string, folder: string, staged: readonly string[]): void {
  const manifest = readManifest(root);
  for (const field of ["devDependencies", "optionalDependencies", "scripts", "bin", "files", "browser"])
    delete manifest[field];
  const top = staged.filter((name) => !name.includes("/node_modules/"));
  manifest["dependencies"] = Object.fromEntries(
    top.map((name) => [name, readManifest(path.join(folder, "node_modules", name)).version]),
  );
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest, null, 2));
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
}
