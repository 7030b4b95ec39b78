import path from "node:path";
import { ts } from "./typescript.js";

/**
 * Whether a JavaScript file is CommonJS: by its name, else by its syntax, else by the package.json above it. TypeScript
 * files never are.
 */
export function isCommonJs(file: string, text: string): boolean {
  const extension = path.extname(file);
  if (extension === ".cjs") return true;
  if (extension !== ".js") return false;
  if (ts.isExternalModule(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))) return false;
  return typeOfPackage(path.dirname(file)) !== "module";
}

function typeOfPackage(folder: string): unknown {
  const manifest = ts.findConfigFile(folder, (file) => ts.sys.fileExists(file), "package.json");
  if (manifest === undefined) return undefined;
  return (ts.readConfigFile(manifest, (file) => ts.sys.readFile(file)).config as { type?: unknown })?.type;
}
