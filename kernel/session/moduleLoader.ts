import { readFileSync } from "node:fs";
import { createRequire, isBuiltin, Module } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { compiledFunction } from "./compiledFunction.js";
import { unlessStopped } from "./cellContext.js";
import type { CellRuntime } from "./cellRuntime.js";
import { UsedResources } from "./usedResources.js";
import { asLoaded, freshRequire, isEdited } from "./freshRequire.js";
import { isFile, loaderOf, localFile, versionOf } from "./localFile.js";
import { type Namespace, newNamespace } from "./moduleNamespace.js";
import { type ModuleVariables, moduleVariables } from "./moduleVariables.js";
import { ownGetter } from "./ownGetters.js";
import { packageRoot } from "../files/packageRoot.js";

/** Compiles a local file, unless it is CommonJS; see CellCompiler.compileModule. */
export type CompileModule = (file: string) => Promise<{ code: string; sourceMap: string } | undefined>;

/** The user's own file that a specifier means; see CellCompiler.ownFile. */
export type FindOwnFile = (specifier: string, importer: string) => Promise<string | undefined>;

interface LocalModule {
  readonly namespace: Namespace;
  readonly version: string;
  readonly uses: Uses;
  readonly ready: Promise<void>;
}

/** What a module has loaded: other local modules or, for files of other kinds, whether they are still the same. */
type Uses = Map<string, LocalModule | (() => boolean)>;

/** Packages that a notebook shares with the kernel, as the same copy: one tfjs, one set of tensors. */
const ownPackages = /^(?:aen-notebook|@tensorflow\/tfjs(?:-[\w-]+)?)(?:\/|$)/;

/**
 * Imports for cells: packages as Node loads them from the notebook's folder, JSON, and the user's own files, which are
 * compiled like cells and reloaded when they or their imports have changed.
 */
export class ModuleLoader {
  readonly #local = new Map<string, LocalModule>();
  /** Who waits at this moment for the evaluation of a file; the notebook is undefined. */
  readonly #waits = new Set<{ readonly importer: string | undefined; readonly file: string }>();
  readonly #notebook: string;
  /** `require`, `__dirname` and the like, for cells. */
  readonly variables: ModuleVariables;
  readonly #builtIn = new Map<string, Namespace>();

  constructor(
    readonly cwd: string,
    readonly compileModule: CompileModule,
    readonly findOwnFile: FindOwnFile = async () => undefined,
  ) {
    this.#notebook = path.join(cwd, "notebook.ts");
    this.variables = moduleVariables(this.#notebook, freshRequire(this.#notebook));
  }

  /** Provides one of the kernel's own modules under a name. */
  provide(specifier: string, namespace: Namespace): void {
    this.#builtIn.set(specifier, namespace);
  }

  /**
   * @param importer the importing file; the notebook when absent
   * @param uses remembers what has been imported
   */
  async import(specifier: string, importer?: string, uses?: Uses): Promise<Namespace> {
    const provided = this.#builtIn.get(specifier);
    if (provided) return provided;
    const folder = importer ? path.dirname(importer) : this.cwd;
    const given = localFile(specifier, folder);
    const local =
      given !== undefined && isFile(given) ? given : ((await this.#ownFile(specifier, importer)) ?? given);
    const loader = local === undefined ? "node" : loaderOf(local);
    if (loader === "ours") return this.#importSource(local!, importer, uses);
    if (loader === "node") return this.#importNative(specifier, local, folder);
    const version = versionOf(local!);
    uses?.set(local!, () => versionOf(local!) === version);
    return json(local!);
  }

  #ownFile(specifier: string, importer = this.#notebook): Promise<string | undefined> {
    if (isBuiltin(specifier) || ownPackages.test(specifier)) return Promise.resolve(undefined);
    return this.findOwnFile(specifier, importer);
  }

  async #importSource(file: string, importer?: string, uses?: Uses): Promise<Namespace> {
    const known = this.#local.get(file);
    if (known && importer && this.#waitsFor(file, importer)) {
      uses?.set(file, known);
      return known.namespace;
    }
    const current = known && this.#isCurrent(file, known, new Set()) ? known : this.#evaluate(file);
    uses?.set(file, current);
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

  /** Whether neither a module nor anything that it uses has been edited or evaluated again since. */
  #isCurrent(file: string, module: LocalModule, seen: Set<string>): boolean {
    if (seen.has(file)) return true;
    seen.add(file);
    if (module.version !== versionOf(file) || isEdited(file)) return false;
    return [...module.uses].every(([used, as]) => {
      if (typeof as === "function") return as();
      return this.#local.get(used) === as && this.#isCurrent(used, as, seen);
    });
  }

  #evaluate(file: string): LocalModule {
    const namespace = newNamespace();
    const uses: Uses = new Map();
    const version = versionOf(file);
    const module = { namespace, version, uses, ready: this.#run(file, namespace, uses) };
    this.#local.set(file, module);
    module.ready.catch(() => {
      if (this.#local.get(file) === module) this.#local.delete(file);
    });
    return module;
  }

  async #run(file: string, namespace: Namespace, uses: Uses): Promise<void> {
    const compiled = await this.compileModule(file);
    if (!compiled) return void offerCommonJs(namespace, freshRequire(file)(file));
    const { code, sourceMap } = compiled;
    const load = (specifier: string) => this.import(String(specifier), file, uses);
    const scope: { value?: object } = {};
    const resources = new UsedResources();
    const runtime: CellRuntime = {
      import: load,
      dynamicImport: load,
      meta: importMeta(file),
      unlessStopped,
      using: resources.use,
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
      { name: file, source: file },
      {
        __cell: runtime,
        require: freshRequire(file, (used) => uses.set(used, asLoaded(used))),
        __filename: file,
        __dirname: path.dirname(file),
      },
    );
    await resources.disposeAfter(body(scope.value));
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
  const isCommonJs = exported.__esModule === true || "module.exports" in namespace || isCached(exported);
  return isCommonJs ? offerCommonJs(newNamespace(), exported) : namespace;
}

function offerCommonJs(namespace: Namespace, exported: unknown): Namespace {
  const holdsNames = (typeof exported === "object" && exported !== null) || typeof exported === "function";
  const names = (holdsNames ? exported : {}) as Namespace;
  for (const name of Object.keys(names))
    Object.defineProperty(namespace, name, {
      get: ownGetter(() => names[name], { object: names, name }),
      enumerable: true,
      configurable: true,
    });
  if (names.__esModule !== true || !("default" in names))
    Object.defineProperty(namespace, "default", { value: exported, enumerable: true, configurable: true });
  return namespace;
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
            get: ownGetter(() => from[imported], { object: from, name: imported }),
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
    Object.defineProperty(namespace, name, { get: ownGetter(get), enumerable: true, configurable: true });
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

function json(file: string): Namespace {
  try {
    const value = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as unknown;
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
