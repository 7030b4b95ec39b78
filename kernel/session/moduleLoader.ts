import { readFileSync, statSync } from "node:fs";
import { createRequire, Module } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { compiledFunction } from "./compiledFunction.js";
import { unlessStopped } from "./cellContext.js";
import type { CellRuntime } from "./cellRuntime.js";
import { withoutFileUrl } from "./fileSpecifier.js";
import { packageRoot } from "../files/packageRoot.js";

type Namespace = Record<string, unknown>;

/** Compiles a local TypeScript file; see CellCompiler.compileModule. */
export type CompileModule = (file: string) => Promise<{ code: string; sourceMap: string }>;

interface LocalModule {
  readonly namespace: Namespace;
  readonly modified: number;
  readonly uses: Set<string>;
  readonly ready: Promise<void>;
}

/** Packages that a notebook shares with the kernel, as the same copy: one tfjs, one set of tensors. */
const ownPackages = /^(?:aen-notebook|@tensorflow\/tfjs(?:-[\w-]+)?)(?:\/|$)/;
const sourceExtensions = [".ts", ".tsx", ".mts", ".cts"];

/**
 * Imports for cells: ES modules, CommonJS and JSON as Node loads them from the notebook's folder, and local TypeScript
 * files, which are compiled like cells and reloaded when they or their imports have changed.
 */
export class ModuleLoader {
  readonly #local = new Map<string, LocalModule>();
  /** Who waits at this moment for the evaluation of a file; the notebook is undefined. */
  readonly #waits = new Set<{ readonly importer: string | undefined; readonly file: string }>();
  readonly #require: NodeJS.Require;
  readonly #builtIn = new Map<string, Namespace>();

  constructor(
    readonly cwd: string,
    readonly compileModule: CompileModule,
  ) {
    this.#require = createRequire(path.join(cwd, "notebook.js"));
  }

  get require(): NodeJS.Require {
    return this.#require;
  }

  /** Provides one of the kernel's own modules under a name. */
  provide(specifier: string, namespace: Namespace): void {
    this.#builtIn.set(specifier, namespace);
  }

  /** @param importer the importing file; the notebook when absent */
  async import(specifier: string, importer?: string): Promise<Namespace> {
    const provided = this.#builtIn.get(specifier);
    if (provided) return provided;
    const folder = importer ? path.dirname(importer) : this.cwd;
    const local = localFile(specifier, folder);
    if (local && sourceExtensions.includes(path.extname(local))) return this.#importSource(local, importer);
    if (local?.endsWith(".json")) return json(local);
    return this.#importNative(specifier, local, folder);
  }

  async #importSource(file: string, importer: string | undefined): Promise<Namespace> {
    const known = this.#local.get(file);
    if (known && importer && this.#waitsFor(file, importer)) return known.namespace;
    const current = known && this.#isCurrent(file, new Set()) ? known : this.#evaluate(file);
    const wait = { importer, file };
    this.#waits.add(wait);
    await current.ready.finally(() => this.#waits.delete(wait));
    return current.namespace;
  }

  /** Whether a file is, or waits for, another one: in a circle of imports no one can wait for the rest. */
  #waitsFor(file: string, other: string): boolean {
    if (file === other) return true;
    return [...this.#waits].some((wait) => wait.importer === file && this.#waitsFor(wait.file, other));
  }

  #isCurrent(file: string, seen: Set<string>): boolean {
    if (seen.has(file)) return true;
    seen.add(file);
    const known = this.#local.get(file);
    if (!known || known.modified !== modifiedAt(file)) return false;
    return [...known.uses].every((used) => this.#isCurrent(used, seen));
  }

  #evaluate(file: string): LocalModule {
    const namespace: Namespace = Object.create(null) as Namespace;
    const uses = new Set<string>();
    const module = {
      namespace,
      modified: modifiedAt(file),
      uses,
      ready: this.#run(file, namespace, uses),
    };
    this.#local.set(file, module);
    module.ready.catch(() => this.#local.delete(file));
    return module;
  }

  async #run(file: string, namespace: Namespace, uses: Set<string>): Promise<void> {
    const { code, sourceMap } = await this.compileModule(file);
    const load = (specifier: string) => {
      const used = localFile(specifier, path.dirname(file));
      if (used && sourceExtensions.includes(path.extname(used))) uses.add(used);
      return this.import(specifier, file);
    };
    const scope: { value?: object } = {};
    const runtime: CellRuntime = {
      import: load,
      dynamicImport: load,
      meta: importMeta(file),
      unlessStopped,
      ran() {},
      result() {},
      exports: (table: Record<string, () => unknown>) => offer(namespace, table),
      reexport: (from: Namespace, names?: Record<string, string>) => reexport(namespace, from, names),
      bind: (from: Namespace, names: Record<string, string>, specifier: string) =>
        bindImports(scope.value!, from, names, specifier),
    };
    scope.value = Object.create(null) as object;
    const body = compiledFunction(
      code,
      sourceMap,
      { name: file },
      {
        __cell: runtime,
        require: createRequire(file),
        __filename: file,
        __dirname: path.dirname(file),
      },
    );
    await body(scope.value);
  }

  async #importNative(specifier: string, local: string | undefined, folder: string): Promise<Namespace> {
    const target = local ? pathToFileURL(local).href : specifier;
    const own = !local && ownPackages.test(specifier);
    const namespace = own
      ? await importFrom(packageRoot, target).catch(() => importFrom(folder, target))
      : await importFrom(folder, target).catch((error: NodeJS.ErrnoException) => {
          if (local || !isNotFound(error, specifier)) throw error;
          return importFrom(packageRoot, target).catch(() => {
            throw new Error(
              `Cannot find the package "${specifier}" from ${folder}. Install it there: npm install ${packageName(specifier)}`,
            );
          });
        });
    return withCommonJsNames(namespace);
  }
}

/** One `import()` function per folder, because `import()` resolves from the file that contains it. */
const importers = new Map<string, (specifier: string) => Promise<Namespace>>();

function importFrom(folder: string, specifier: string): Promise<Namespace> {
  let importer = importers.get(folder);
  if (!importer) importers.set(folder, (importer = importerIn(folder)));
  return importer(specifier);
}

function importerIn(folder: string): (specifier: string) => Promise<Namespace> {
  const file = path.join(folder, "notebook.cjs");
  const holder = new Module(file) as Module & { _compile(code: string, file: string): void };
  holder.filename = file;
  holder._compile("module.exports = (specifier) => import(specifier);", file);
  return holder.exports as (specifier: string) => Promise<Namespace>;
}

function isNotFound(error: NodeJS.ErrnoException, specifier: string): boolean {
  return error?.code === "ERR_MODULE_NOT_FOUND" && error.message.includes(`'${packageName(specifier)}'`);
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Exposes every property of a CommonJS module's exports by name, and its own `default` if it has one. */
function withCommonJsNames(namespace: Namespace): Namespace {
  const exported = namespace.default as Namespace | undefined;
  if (exported === null || (typeof exported !== "object" && typeof exported !== "function")) return namespace;
  const isTranspiled = exported.__esModule === true;
  const isCommonJs = isTranspiled || "module.exports" in namespace || isCached(exported);
  if (!isCommonJs) return namespace;
  const whole = Object.create(null) as Namespace;
  for (const name of Object.keys(exported))
    Object.defineProperty(whole, name, { get: () => exported[name], enumerable: true });
  if (!isTranspiled || !("default" in exported))
    Object.defineProperty(whole, "default", { value: exported, enumerable: true });
  return whole;
}

const cache = createRequire(import.meta.url).cache;

function isCached(exported: unknown): boolean {
  return Object.values(cache).some((module) => module?.exports === exported);
}

/** Adds imported names to a scope; each reads the module's current value. */
export function bindImports(
  scope: object,
  from: Namespace,
  names: Record<string, string>,
  specifier: string,
): void {
  for (const [local, imported] of Object.entries(names)) {
    if (imported !== "*" && !(imported in from))
      throw new SyntaxError(`The module "${specifier}" does not export "${imported}".`);
    Object.defineProperty(
      scope,
      local,
      imported === "*"
        ? { value: from, writable: true, configurable: true, enumerable: true }
        : {
            get: () => from[imported],
            set: (value) => replace(scope, local, value),
            configurable: true,
            enumerable: true,
          },
    );
  }
}

function replace(scope: object, name: string, value: unknown): void {
  Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: true });
}

function offer(namespace: Namespace, table: Record<string, () => unknown>): void {
  for (const [name, get] of Object.entries(table))
    Object.defineProperty(namespace, name, { get, enumerable: true, configurable: true });
}

async function reexport(
  namespace: Namespace,
  from: Namespace | Promise<Namespace>,
  names?: Record<string, string>,
): Promise<void> {
  const source = await from;
  const table =
    names ??
    Object.fromEntries(
      Object.keys(source)
        .filter((name) => name !== "default")
        .map((name) => [name, name]),
    );
  for (const [exported, imported] of Object.entries(table)) {
    if (!names && exported in namespace) continue;
    offer(namespace, { [exported]: () => (imported === "*" ? source : source[imported]) });
  }
}

/** The file for a relative or absolute specifier or a file URL, resolved as TypeScript does. */
function localFile(specifier: string, folder: string): string | undefined {
  const plain = withoutFileUrl(specifier);
  if (!/^(?:\.{1,2}(?:\/|$)|\/|[A-Za-z]:[\\/]|\\\\)/.test(plain)) return undefined;
  const file = path.resolve(folder, plain);
  const stem = file.replace(/\.([mc]?)jsx?$/, "");
  const swapped = stem === file ? [] : [`${stem}.ts`, `${stem}.tsx`, `${stem}.mts`, `${stem}.cts`];
  const candidates = [
    file,
    ...swapped,
    ...[...sourceExtensions, ".js", ".mjs", ".cjs", ".json"].map((extension) => file + extension),
    ...[".ts", ".js"].map((extension) => path.join(file, `index${extension}`)),
  ];
  return candidates.find(isFile) ?? file;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function json(file: string): Namespace {
  try {
    const value = JSON.parse(readFileSync(file, "utf8")) as unknown;
    const names = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
    return { ...names, default: value };
  } catch (error) {
    throw new SyntaxError(`${file} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** The value of `import.meta` in a file. */
export function importMeta(file: string): {
  url: string;
  filename: string;
  dirname: string;
  resolve(specifier: string): string;
} {
  const url = pathToFileURL(file).href;
  return {
    url,
    filename: file,
    dirname: path.dirname(file),
    resolve: (specifier) =>
      /^(?:\.|\/|file:)/.test(specifier)
        ? new URL(specifier, url).href
        : pathToFileURL(createRequire(file).resolve(specifier)).href,
  };
}
