import path from "node:path";
import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

/**
 * Declarations of the globals of Node that its own types leave to the browser's library: none if a project's settings
 * bring that library in.
 */
export function nodeGlobals(options: TypeScript.CompilerOptions): string {
  const isBrowser = options.lib?.some((name) => /^lib\.(dom|webworker)\.d\.ts$/.test(name));
  return isBrowser ? "" : webAssembly() + otherGlobals;
}

/** The names among globals for which there is no declaration: those of a Node newer than the types. */
export function undeclared(names: readonly string[], checker: TypeScript.TypeChecker): string[] {
  const resolver = checker as unknown as {
    resolveName(name: string, at: undefined, meaning: TypeScript.SymbolFlags, noGlobals: boolean): unknown;
  };
  const isName = (name: string) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  return names.filter(
    (name) => isName(name) && !resolver.resolveName(name, undefined, ts.SymbolFlags.Value, false),
  );
}

/** TypeScript has the types of WebAssembly only among the browser's; this takes them from there. */
function webAssembly(): string {
  const folder = path.dirname(ts.getDefaultLibFilePath({}));
  const text = ts.sys.readFile(path.join(folder, "lib.dom.d.ts")) ?? "";
  const [declared = "declare var WebAssembly: any;"] =
    /^declare namespace WebAssembly \{[\s\S]*?^\}/m.exec(text) ?? [];
  return declared.replaceAll("BufferSource", "ArrayBufferView | ArrayBuffer");
}

const otherGlobals = `
declare namespace __notebook_types {
  type NodeCrypto = import("node:crypto").webcrypto.Crypto;
  type NodeCryptoKey = import("node:crypto").webcrypto.CryptoKey;
  type NodeSubtleCrypto = import("node:crypto").webcrypto.SubtleCrypto;
  type NodePerformance = import("node:perf_hooks").Performance;
}
interface Crypto extends __notebook_types.NodeCrypto {}
interface CryptoKey extends __notebook_types.NodeCryptoKey {}
interface SubtleCrypto extends __notebook_types.NodeSubtleCrypto {}
interface Performance extends __notebook_types.NodePerformance {}
declare var Crypto: { readonly prototype: Crypto; new (): Crypto };
declare var CryptoKey: { readonly prototype: CryptoKey; new (): CryptoKey };
declare var SubtleCrypto: { readonly prototype: SubtleCrypto; new (): SubtleCrypto };
declare var Performance: { readonly prototype: Performance; new (): Performance };
`;
