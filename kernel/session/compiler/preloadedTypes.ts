import { existsSync } from "node:fs";
import path from "node:path";
import { nodeGlobals } from "./nodeGlobals.js";
import type { ProgramHost } from "./programHost.js";

/** The variables that a notebook starts with, and their modules. */
export const preloadedModules = { aen: "aen-notebook", tf: "@tensorflow/tfjs" } as const;

/** Declares to the type checker what every cell sees without an import. */
export class PreloadedTypes {
  readonly #files: string[];
  readonly #modules = new Map<string, string>();

  constructor(
    readonly host: ProgramHost,
    preload: boolean,
  ) {
    const globals = this.#declare("globals", globalDeclarations + nodeGlobals(host.options));
    this.#files = [globals];
    if (!preload) return;
    const entry = aenEntry(host.packageRoot);
    if (entry) this.#modules.set("aen", this.#umd("aen", entry));
    this.#modules.set("tf", this.#umd("tf", preloadedModules.tf));
  }

  get files(): readonly string[] {
    return this.#files;
  }

  get names(): string[] {
    return [...this.#modules.keys()];
  }

  /** Declares further globals, whose types are not known. */
  addGlobals(names: readonly string[]): void {
    if (names.length === 0) return;
    const text = names.map((name) => `declare var ${name}: any;\n`).join("");
    this.#files.push(this.#declare("other_globals", text));
  }

  /** The preloaded names that occur in a text; from now on their types are part of the program. */
  mentionedIn(code: string): string[] {
    const mentioned = [...this.#modules.keys()].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
    for (const name of mentioned) this.#load(name);
    return mentioned;
  }

  #load(name: string): void {
    const file = this.#modules.get(name);
    if (file && !this.#files.includes(file)) this.#files.push(file);
  }

  #declare(name: string, text: string): string {
    const file = path.posix.join(this.host.packageRoot, `__notebook_${name}__.d.ts`);
    this.host.setVirtual(file, text);
    return file;
  }

  #umd(name: string, specifier: string): string {
    return this.#declare(name, `export * from ${JSON.stringify(specifier)};\nexport as namespace ${name};\n`);
  }
}

/** The declarations of kernel/aen: the built ones or, when running from source, the sources. */
function aenEntry(packageRoot: string): string | undefined {
  const candidates = [
    ["dist/types/kernel/aen/index.d.ts", "./dist/types/kernel/aen/index.js"],
    ["kernel/aen/index.ts", "./kernel/aen/index.js"],
  ];
  const runsFromSources = import.meta.url.endsWith(".ts");
  if (runsFromSources) candidates.reverse();
  return candidates.find(([file]) => existsSync(path.join(packageRoot, file)))?.[1];
}

const globalDeclarations = `
/** One value in several forms, by MIME type; a front end shows the richest form that it supports. */
interface DisplayBundle { readonly [mimeType: string]: unknown }
/** A displayed value, which can be replaced or cleared later. */
interface DisplayHandle {
  /** The id of this display in the notebook. */
  readonly id: string;
  /** Shows another value in the same place. */
  update(value: unknown): Promise<void>;
  /** Clears the display. */
  clear(): Promise<void>;
}
interface Display {
  /** Shows a value below the cell; a second call with the same \`id\` replaces it everywhere. */
  (value: unknown, options?: { id?: string }): DisplayHandle;
  /** Shows one value that is already given in several forms. */
  bundle(data: DisplayBundle, options?: { id?: string; metadata?: Record<string, unknown> }): DisplayHandle;
  html(text: string, options?: { id?: string }): DisplayHandle;
  markdown(text: string, options?: { id?: string }): DisplayHandle;
  latex(text: string, options?: { id?: string }): DisplayHandle;
  svg(text: string, options?: { id?: string }): DisplayHandle;
  png(bytes: Uint8Array, options?: { id?: string }): DisplayHandle;
  jpeg(bytes: Uint8Array, options?: { id?: string }): DisplayHandle;
  json(value: unknown, options?: { id?: string }): DisplayHandle;
  text(text: string, options?: { id?: string }): DisplayHandle;
  /** Clears the outputs of this cell; with \`wait\`, only when the next output arrives. */
  clear(options?: { wait?: boolean }): void;
}
/** Shows values below the cell. */
declare const display: Display;
/** Aborted when the user stops this cell: pass it to \`fetch\` and timers, and check it in your own loops. */
declare const signal: AbortSignal;
/** Asks the user for a line of text. */
declare function input(prompt?: string, options?: { password?: boolean }): Promise<string>;
/** The display functions of the tslab kernel, for notebooks written for it. */
declare module "tslab" {
  interface Display {
    javascript(s: string): void;
    html(s: string): void;
    markdown(s: string): void;
    latex(s: string): void;
    svg(s: string): void;
    png(b: Uint8Array): void;
    jpeg(b: Uint8Array): void;
    gif(b: Uint8Array): void;
    pdf(b: Uint8Array): void;
    text(s: string): void;
    raw(contentType: string, b: string | Uint8Array): void;
  }
  const versions: { tslab: string; typescript: string; node: string };
  const display: Display;
  function newDisplay(): Display;
  export { display, newDisplay, versions, Display };
}
`;
