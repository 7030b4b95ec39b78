import { createRequire, Module } from "node:module";
import path from "node:path";
import { isUsersOwn, localFile, versionOf } from "./localFile.js";

const { cache } = createRequire(import.meta.url);

/** The versions in which CommonJS files have been loaded. */
const loaded = new WeakMap<NodeJS.Module, string>();

/**
 * Node's `require` for a file, which loads the user's own files again when they, or what they require, have been edited.
 *
 * @param onLoad hears what is required
 * @throws Error for a TypeScript file, which only an import can load
 */
export function freshRequire(from: string, onLoad?: (file: string) => void): NodeJS.Require {
  const require = createRequire(from);
  const fresh = (id: string): unknown => {
    refuseTypeScript(id, path.dirname(from));
    const file = require.resolve(id);
    const module = cache[file];
    const edited = module ? [...ownModules(module)].filter(hasEdits) : [];
    for (const { filename } of edited) Reflect.deleteProperty(cache, filename);
    const value: unknown = require(id);
    onLoad?.(file);
    return value;
  };
  const { resolve, extensions, main } = require;
  return Object.assign(fresh, { resolve, cache, extensions, main });
}

/** Whether a CommonJS file has been loaded, and it or what it requires has been edited since. */
export function isEdited(file: string): boolean {
  const module = cache[file];
  return module !== undefined && hasEdits(module);
}

/** Remembers a loaded CommonJS file: whether it is still the one in use, and not edited. */
export function asLoaded(file: string): () => boolean {
  const module = cache[file];
  return () => cache[file] === module && !isEdited(file);
}

function hasEdits(module: NodeJS.Module): boolean {
  return [...ownModules(module)].some((each) => {
    const version = loaded.get(each);
    const isReplaced = each.loaded && cache[each.filename] !== each;
    return isReplaced || (version !== undefined && version !== versionOf(each.filename));
  });
}

/** A module and what it requires, as far as these are the user's own files. */
function ownModules(module: NodeJS.Module, found = new Set<NodeJS.Module>()): Set<NodeJS.Module> {
  if (found.has(module) || !isUsersOwn(module.filename)) return found;
  found.add(module);
  for (const child of module.children) ownModules(child, found);
  return found;
}

/** Notes the version of each file that Node loads as CommonJS, also long after its parent; returns how to end that. */
export function noteVersions(): () => void {
  const { _extensions: extensions } = Module as unknown as {
    _extensions: Record<string, (module: NodeJS.Module, file: string) => void>;
  };
  const load = extensions[".js"];
  const noting = (module: NodeJS.Module, file: string): void => {
    if (isUsersOwn(file)) loaded.set(module, versionOf(file));
    load(module, file);
  };
  extensions[".js"] = noting;
  return () => {
    if (extensions[".js"] === noting) extensions[".js"] = load;
  };
}

function refuseTypeScript(id: string, folder: string): void {
  if (!/\.[cm]?tsx?$/.test(localFile(id, folder) ?? "")) return;
  const call = `await import(${JSON.stringify(id)})`;
  throw new Error(`require cannot load TypeScript: write \`${call}\` or an import declaration.`);
}
