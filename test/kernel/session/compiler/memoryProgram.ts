import type * as TypeScript from "typescript";
import type { OpenFile } from "../../../../kernel/session/compiler/cellProgram.js";
import { emitFile } from "../../../../kernel/session/compiler/emitFile.js";
import { cellOptions } from "../../../../kernel/session/compiler/programHost.js";
import { rewriteTopLevel, type RewriteKind } from "../../../../kernel/session/compiler/rewriteCell.js";
import { ts } from "../../../../kernel/session/compiler/typescript.js";

type Files = Readonly<Record<string, string>>;
type Namespace = Record<string, unknown>;

/** Files in memory as a checked program, without libraries: enough for names, imports and exports. */
export function memoryProgram(files: Files) {
  const options = { ...cellOptions(), noLib: true, types: [], isolatedModules: true };
  const host: TypeScript.CompilerHost = {
    getSourceFile: (file, version) =>
      file in files ? ts.createSourceFile(file, files[file], version) : undefined,
    fileExists: (file) => file in files,
    readFile: (file) => files[file],
    writeFile() {},
    getDefaultLibFileName: () => "/lib.d.ts",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  const program = ts.createProgram(Object.keys(files), options, host);
  return { program, checker: program.getTypeChecker(), file: (name: string) => program.getSourceFile(name)! };
}

interface Surroundings {
  readonly kind?: RewriteKind;
  /** What stands before the code: the names of earlier cells. */
  readonly before?: string;
  /** Other files that the code imports, by their absolute names. */
  readonly files?: Files;
}

/** The JavaScript of a cell or module. */
export function emitted(
  code: string,
  { kind = "cell", before = "export {};", files = {} }: Surroundings = {},
): string {
  const prefix = `${before}\n`;
  const { program, checker, file } = memoryProgram({ ...files, "/cell.ts": prefix + code });
  const opened = { own: program, source: file("/cell.ts") } as unknown as OpenFile;
  return emitFile(opened, rewriteTopLevel(checker, prefix.length, kind)).code;
}

/** What a cell or module has left behind. */
export interface Executed {
  readonly scope: Namespace;
  /** The names that were said to have been declared, in order. */
  readonly ran: string[];
  readonly result: unknown;
  /** How often it looked whether it had been stopped. */
  readonly looks: number;
  readonly exported: Record<string, () => unknown>;
}

/** Emits code and executes it over a scope, with modules that are already at hand. */
export async function executed(
  code: string,
  scope: Namespace = {},
  { modules = {}, ...surroundings }: Surroundings & { readonly modules?: Record<string, Namespace> } = {},
): Promise<Executed> {
  const left = { scope, ran: [] as string[], result: undefined as unknown, looks: 0, exported: {} };
  const load = (specifier: string) => Promise.resolve(modules[specifier]);
  const runtime = {
    import: load,
    dynamicImport: load,
    meta: { url: "file:///cell.ts" },
    bind: (from: Namespace, names: Record<string, string>) => {
      for (const [local, name] of Object.entries(names)) scope[local] = name === "*" ? from : from[name];
    },
    ran: (...names: string[]) => void left.ran.push(...names),
    result: (value: unknown) => void (left.result = value),
    unlessStopped: (value: unknown) => (left.looks++, value),
    exports: (table: Record<string, () => unknown>) => void Object.assign(left.exported, table),
    reexport: (from: Namespace, names: Record<string, string> = {}) => {
      for (const [name, theirs] of Object.entries(names))
        Object.assign(left.exported, { [name]: () => (theirs === "*" ? from : from[theirs]) });
    },
  };
  const body = new AsyncFunction("__scope", "__cell", `"use strict";\n${emitted(code, surroundings)}`);
  await body(scope, runtime);
  return left;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...text: string[]
) => (scope: Namespace, runtime: object) => Promise<void>;
