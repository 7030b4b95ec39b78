import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { type NeededFiles, neededFiles, zeromqLibrary } from "./neededFiles.js";
import { reachableModules } from "./reachableModules.js";
import { pluginName } from "../language/typescriptPlugin/pluginName.js";
import type { Target } from "./targets.js";

/** What of the repository itself is shipped; .vscodeignore takes out the rest. */
const ownFiles = [
  "README.md",
  "LICENSE",
  "NOTICE",
  "package.nls*.json",
  "l10n/**",
  ".vscodeignore",
  "media/{icon.png,activity.svg}",
  "media/walkthrough/**",
  "notebooks/*.ipynb",
  "dist/{kernel,media,types}/**",
  "dist/extension.cjs",
];

/**
 * Lays out the extension for one platform: its own files, and under node_modules exactly those files that its
 * kernel can load there.
 * @param root - the repository, built
 * @param folder - made anew
 * @param packages - where to look for packages first: those of another platform
 */
export async function stage(root: string, folder: string, target: Target, packages?: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const file of globSync([...ownFiles], { cwd: root, dot: true })) copy(root, folder, file);
  const kernel = globSync("dist/kernel/**/*.js", { cwd: root, absolute: true });
  const modules = (await reachableModules(root, kernel)).filter((file) => !isOtherPlatform(file));
  for (const file of [...modules, ...innerManifests(root, modules)]) copy(root, folder, file);
  for (const needed of neededFiles(target)) copyNeeded([packages, root], folder, needed);
  writeZeromqManifest(root, folder, target);
  copyPlugin(root, folder);
  const staged = stagedPackages(folder);
  for (const name of staged.filter((each) => each !== pluginName))
    copyManifest([packages, root], folder, name, staged);
  writeManifest(root, folder, staged);
}

/** ZeroMQ's list of its libraries, of which one is shipped. */
function writeZeromqManifest(root: string, folder: string, target: Target): void {
  const file = path.join("node_modules", "zeromq", "build", "manifest.json");
  const all = JSON.parse(readFileSync(path.join(root, file), "utf8")) as Record<string, string>;
  const shipped = zeromqLibrary(target).replace(/^build\//, "");
  const kept = Object.entries(all).filter(([, library]) => library.replaceAll("\\", "/") === shipped);
  writeFileSync(path.join(folder, file), JSON.stringify(Object.fromEntries(kept)));
}

/** The package.json files inside of packages that tell Node whether the files below them are CommonJS or modules. */
function innerManifests(root: string, modules: readonly string[]): string[] {
  const folders = new Set(modules.flatMap(foldersWithinPackage));
  return [...folders]
    .map((folder) => `${folder}/package.json`)
    .filter((file) => existsSync(path.join(root, file)));
}

/** The folders of a module, from its own up to its package's, the package's left out. */
function foldersWithinPackage(file: string): string[] {
  const [owner] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file)!;
  const names = file.slice(owner.length).split("/").slice(0, -1);
  return names.map((_, index) => owner + names.slice(0, index + 1).join("/"));
}

/** TypeScript's server looks for plugins as packages of their own. */
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
    throw new Error(`${needed.package} is not installed: run npm ci first.`);
  }
  const within = `node_modules/${needed.package}`;
  const files = globSync([...needed.files], { cwd: path.join(root, within), dot: true });
  if (files.length === 0) throw new Error(`${within} has no ${needed.files.join(", ")}.`);
  for (const file of files) copy(root, folder, `${within}/${file}`);
}

/** Folders of packages that were laid out, nested ones included: "a", "@b/c", "a/node_modules/d". */
function stagedPackages(folder: string): string[] {
  const files = globSync("node_modules/**/*", { cwd: folder, dot: true });
  const owner = /^node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;
  return [...new Set(files.flatMap((file) => owner.exec(file)?.[1] ?? []))].sort();
}

type Manifest = { version: string } & Record<string, unknown>;

/** A package's manifest and licence; of its dependencies it names those nested in it, which vsce collects by. */
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
  for (const field of ["devDependencies", "optionalDependencies", "scripts", "bin", "files"])
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
