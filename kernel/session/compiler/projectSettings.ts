import path from "node:path";
import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/** The settings of a project's tsconfig.json that hold in its notebooks; the others are about building it. */
const heeded = [
  "paths",
  "pathsBasePath",
  "baseUrl",
  "rootDirs",
  "customConditions",
  "allowJs",
  "types",
  "typeRoots",
  "lib",
  "experimentalDecorators",
  "emitDecoratorMetadata",
  "useDefineForClassFields",
  "jsx",
  "jsxFactory",
  "jsxFragmentFactory",
  "jsxImportSource",
  "strict",
  "strictNullChecks",
  "strictFunctionTypes",
  "strictBindCallApply",
  "strictPropertyInitialization",
  "strictBuiltinIteratorReturn",
  "noImplicitAny",
  "noImplicitThis",
  "useUnknownInCatchVariables",
  "noUncheckedIndexedAccess",
  "exactOptionalPropertyTypes",
  "noPropertyAccessFromIndexSignature",
] as const;

/**
 * What the nearest tsconfig.json, in the notebook's folder or above it, says about the cells: the notebook's own
 * settings with those of the project in their place. Libraries and types are those of both.
 */
export function withProjectSettings(
  own: TypeScript.CompilerOptions,
  cwd: string,
): TypeScript.CompilerOptions {
  const theirs = projectSettings(cwd);
  const union = (name: "lib" | "types" | "typeRoots" | "customConditions") => ({
    [name]: [...new Set([...(own[name] ?? []), ...(theirs[name] ?? [])])],
  });
  return {
    ...own,
    ...(theirs.strict ? { useUnknownInCatchVariables: true } : {}),
    ...theirs,
    ...union("lib"),
    ...union("types"),
    ...union("typeRoots"),
    ...union("customConditions"),
    ...(theirs.jsx === undefined ? jsxOf(cwd) : {}),
  };
}

function projectSettings(cwd: string): TypeScript.CompilerOptions {
  const file = ts.findConfigFile(cwd, (each) => ts.sys.fileExists(each));
  const options = file === undefined ? {} : optionsIn(file);
  const found = Object.fromEntries(
    heeded.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  ) as TypeScript.CompilerOptions;
  if (file !== undefined && found.types) found.typeRoots ??= typeRootsAbove(path.dirname(file));
  return { ...found, ...fieldsOf(options), ...(found.jsx === undefined ? {} : { jsx: runnable(found.jsx) }) };
}

/** The options of a tsconfig.json; of one that only refers to others, as Vite writes it, those of the first. */
function optionsIn(file: string): TypeScript.CompilerOptions {
  const { config = {} } = ts.readConfigFile(file, (each) => ts.sys.readFile(each)) as { config?: Config };
  const first = firstReference(config);
  if (first !== undefined) {
    const other = path.posix.resolve(path.posix.dirname(file), first);
    const inner = other.endsWith(".json") ? other : path.posix.join(other, "tsconfig.json");
    if (ts.sys.fileExists(inner) && inner !== file) return optionsIn(inner);
  }
  const host = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(config, host, path.posix.dirname(file), undefined, file).options;
}

interface Config {
  readonly files?: unknown;
  readonly references?: unknown;
}

function firstReference({ files, references }: Config): string | undefined {
  if (!Array.isArray(files) || files.length > 0 || !Array.isArray(references)) return undefined;
  const [first] = references as { path?: unknown }[];
  return typeof first?.path === "string" ? first.path : undefined;
}

/** Class fields are assigned, not defined, where the project's target is older than they are. */
function fieldsOf({
  target,
  useDefineForClassFields,
}: TypeScript.CompilerOptions): TypeScript.CompilerOptions {
  if (target === undefined || useDefineForClassFields !== undefined) return {};
  return { useDefineForClassFields: target >= ts.ScriptTarget.ES2022 };
}

function typeRootsAbove(folder: string): string[] {
  const parent = path.posix.dirname(folder);
  const here = path.posix.join(folder, "node_modules/@types");
  return parent === folder ? [here] : [here, ...typeRootsAbove(parent)];
}

/** Cells run at once, so that JSX which a later tool would translate is translated here. */
function runnable(jsx: TypeScript.JsxEmit): TypeScript.JsxEmit {
  return jsx === ts.JsxEmit.React ? jsx : ts.JsxEmit.ReactJSX;
}

/** JSX without a tsconfig.json: for the first of these packages that is installed. */
function jsxOf(cwd: string): TypeScript.CompilerOptions {
  const from = path.posix.join(cwd, "notebook.ts");
  const options = { moduleResolution: ts.ModuleResolutionKind.Bundler, allowJs: true };
  const isInstalled = (name: string) =>
    ts.resolveModuleName(`${name}/jsx-runtime`, from, options, ts.sys).resolvedModule !== undefined;
  const jsxImportSource = ["react", "preact"].find(isInstalled);
  return jsxImportSource ? { jsx: ts.JsxEmit.ReactJSX, jsxImportSource } : { jsx: ts.JsxEmit.React };
}
