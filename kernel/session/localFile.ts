import { statSync } from "node:fs";
import path from "node:path";
import { withoutFileUrl } from "./fileSpecifier.js";
import { packageRoot } from "../files/packageRoot.js";

const typeScript = [".ts", ".tsx", ".mts", ".cts"];
const javaScript = [".js", ".mjs", ".cjs", ".jsx"];

/** The file for a relative or absolute specifier or a file URL, resolved as TypeScript does. */
export function localFile(specifier: string, folder: string): string | undefined {
  const plain = withoutFileUrl(specifier);
  if (!/^(?:\.{1,2}(?:\/|$)|\/|[A-Za-z]:[\\/]|\\\\)/.test(plain)) return undefined;
  const file = path.resolve(folder, plain);
  const stem = file.replace(/\.([mc]?)jsx?$/, "");
  const swapped = stem === file ? [] : typeScript.map((extension) => stem + extension);
  const candidates = [
    file,
    ...swapped,
    ...[...typeScript, ...javaScript, ".json"].map((extension) => file + extension),
    ...[".ts", ".tsx", ".js"].map((extension) => path.join(file, `index${extension}`)),
  ];
  return candidates.find(isFile) ?? file;
}

/** What loads a file: we ourselves (TypeScript, and JavaScript of the user's own), as JSON, or Node. */
export function loaderOf(file: string): "ours" | "json" | "node" {
  const extension = path.extname(file);
  if (extension === ".json") return "json";
  if (typeScript.includes(extension)) return "ours";
  return javaScript.includes(extension) && isUsersOwn(file) && isFile(file) ? "ours" : "node";
}

/** Whether a file may be edited while the notebook is open: it is neither a package's nor the kernel's. */
export function isUsersOwn(file: string): boolean {
  return !/[\\/]node_modules[\\/]/.test(file) && !ownFolders.some((folder) => file.startsWith(folder));
}

const ownFolders = ["kernel", "dist"].map((folder) => path.join(packageRoot, folder) + path.sep);

/** A text that changes whenever a file is edited. */
export function versionOf(file: string): string {
  const { mtimeMs = 0, size = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs}:${size}`;
}

export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
