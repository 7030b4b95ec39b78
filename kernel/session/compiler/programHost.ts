import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type * as TypeScript from "typescript";
import { isFileUrl, withoutFileUrl } from "../fileSpecifier.js";
import { ts } from "./typescript.js";

/** Packages that a notebook must see in the copy that the kernel itself uses, wherever it is opened. */
export const ownPackages = /^(?:aen-notebook|@tensorflow\/tfjs(?:-[\w-]+)?)(?:\/|$)/;

/** What cells may rely on: Node 20's language and libraries, strict mode, bundler module resolution. */
export function cellOptions(): TypeScript.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // A local file without imports and exports runs over a scope of its own as well.
    moduleDetection: ts.ModuleDetectionKind.Force,
    customConditions: ["node"],
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    typeRoots: [path.resolve(createRequire(import.meta.url).resolve("@types/node/package.json"), "..", "..")],
    strict: true,
    // An error that is caught has no type, as a parameter without one.
    useUnknownInCatchVariables: false,
    skipLibCheck: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    allowImportingTsExtensions: true,
    allowUmdGlobalAccess: true,
    preserveConstEnums: true,
    jsx: ts.JsxEmit.React,
    sourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
  };
}

/**
 * Provides files to TypeScript: virtual ones (cells, declarations of preloaded variables), library and package files,
 * which are read once, and the user's own, which are reread when they change.
 */
export class ProgramHost implements TypeScript.CompilerHost {
  readonly #virtual = new Map<string, string>();
  readonly #sources = new Map<string, { file: TypeScript.SourceFile; version: string }>();
  readonly #exists = new Map<string, boolean>();
  readonly #resolved = new Map<string, TypeScript.ResolvedModuleWithFailedLookupLocations>();
  readonly #resolvedTypes = new Map<
    string,
    TypeScript.ResolvedTypeReferenceDirectiveWithFailedLookupLocations
  >();
  readonly #ownResolution: TypeScript.ModuleResolutionHost;
  readonly #ownFolders: readonly string[];

  constructor(
    readonly cwd: string,
    readonly packageRoot: string,
    readonly options: TypeScript.CompilerOptions,
  ) {
    this.#ownFolders = ["dist", "kernel"].map((folder) => `${path.posix.join(packageRoot, folder)}/`);
    this.#ownResolution = {
      fileExists: this.fileExists,
      readFile: this.readFile,
      directoryExists: ts.sys.directoryExists,
      realpath: ts.sys.realpath,
      getCurrentDirectory: () => cwd,
    };
  }

  setVirtual(file: string, text: string): void {
    this.#virtual.set(file, text);
  }

  deleteVirtual(file: string): void {
    this.#virtual.delete(file);
    this.#sources.delete(file);
  }

  hasVirtual(file: string): boolean {
    return this.#virtual.has(file);
  }

  readonly fileExists = (file: string): boolean => {
    if (this.#virtual.has(file)) return true;
    if (!this.isStable(file)) return existsSync(file) && ts.sys.fileExists(file);
    let exists = this.#exists.get(file);
    if (exists === undefined) this.#exists.set(file, (exists = ts.sys.fileExists(file)));
    return exists;
  };

  readonly readFile = (file: string): string | undefined => this.#virtual.get(file) ?? ts.sys.readFile(file);

  /** Whether a file cannot change while a notebook is open: files of installed packages and of this one. */
  isStable(file: string): boolean {
    return file.includes("/node_modules/") || this.isOurs(file);
  }

  /** Whether a file is of this package: our declarations of `aen`, for example. */
  isOurs(file: string): boolean {
    return this.#ownFolders.some((folder) => file.startsWith(folder));
  }

  #isSettled({ resolvedModule }: TypeScript.ResolvedModuleWithFailedLookupLocations): boolean {
    return resolvedModule !== undefined && this.isStable(resolvedModule.resolvedFileName);
  }

  /** A version that changes whenever the file's text may have changed. */
  version(file: string): string {
    const virtual = this.#virtual.get(file);
    if (virtual !== undefined) return virtual;
    return this.isStable(file) ? "" : String(ts.sys.getModifiedTime?.(file)?.getTime() ?? 0);
  }

  getSourceFile(
    file: string,
    languageVersion: TypeScript.ScriptTarget | TypeScript.CreateSourceFileOptions,
  ): TypeScript.SourceFile | undefined {
    const version = this.version(file);
    const known = this.#sources.get(file);
    if (known && known.version === version) return known.file;
    const text = this.readFile(file);
    if (text === undefined) return undefined;
    const parsed = ts.createSourceFile(file, text, languageVersion);
    (parsed as unknown as { version: string }).version = version;
    this.#sources.set(file, { file: parsed, version });
    return parsed;
  }

  resolveModuleNameLiterals(
    literals: readonly TypeScript.StringLiteralLike[],
    containing: string,
  ): TypeScript.ResolvedModuleWithFailedLookupLocations[] {
    return literals.map((literal) => this.#resolveModule(literal.text, containing));
  }

  #resolveModule(specifier: string, containing: string): TypeScript.ResolvedModuleWithFailedLookupLocations {
    const isStable = this.isStable(containing);
    const key = `${path.posix.dirname(containing)}\0${specifier}`;
    const known = this.#resolved.get(key);
    if (known && (isStable || this.#isSettled(known))) return known;
    const resolved = this.#resolveAnew(specifier, containing);
    this.#resolved.set(key, resolved);
    return resolved;
  }

  #resolveAnew(specifier: string, containing: string): TypeScript.ResolvedModuleWithFailedLookupLocations {
    const name = isFileUrl(specifier) ? fileOfUrl(specifier) : specifier;
    const from = (file: string) => ts.resolveModuleName(name, file, this.options, this.#ownResolution);
    const ours = path.posix.join(this.packageRoot, "package.json");
    if (specifier.startsWith(".") || this.isStable(containing)) return from(containing);
    if (ownPackages.test(specifier)) {
      const own = from(ours);
      if (own.resolvedModule) return own;
    }
    const theirs = from(containing);
    return theirs.resolvedModule ? theirs : from(ours);
  }

  resolveTypeReferenceDirectiveReferences<T extends TypeScript.FileReference | string>(
    references: readonly T[],
    containing: string,
  ): TypeScript.ResolvedTypeReferenceDirectiveWithFailedLookupLocations[] {
    return references.map((reference) => {
      const name = typeof reference === "string" ? reference : reference.fileName;
      const key = `${path.posix.dirname(containing)}\0${name}`;
      let resolved = this.#resolvedTypes.get(key);
      if (!resolved) {
        resolved = ts.resolveTypeReferenceDirective(name, containing, this.options, this.#ownResolution);
        this.#resolvedTypes.set(key, resolved);
      }
      return resolved;
    });
  }

  getDefaultLibFileName(): string {
    return ts.getDefaultLibFilePath(this.options);
  }
  getDefaultLibLocation(): string {
    return path.posix.dirname(ts.getDefaultLibFilePath(this.options));
  }
  getCurrentDirectory(): string {
    return this.cwd;
  }
  getCanonicalFileName = (file: string): string =>
    ts.sys.useCaseSensitiveFileNames ? file : file.toLowerCase();
  useCaseSensitiveFileNames(): boolean {
    return ts.sys.useCaseSensitiveFileNames;
  }
  getNewLine(): string {
    return "\n";
  }
  writeFile(): void {}
  directoryExists = (folder: string): boolean => ts.sys.directoryExists(folder);
  realpath = (file: string): string => (this.#virtual.has(file) ? file : (ts.sys.realpath?.(file) ?? file));
}

/** The path of a file URL. An invalid URL is returned unchanged and reported as a module that is not found. */
function fileOfUrl(specifier: string): string {
  try {
    return withoutFileUrl(specifier).replaceAll(path.sep, "/");
  } catch {
    return specifier;
  }
}
