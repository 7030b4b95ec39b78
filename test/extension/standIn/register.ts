/**
 * Lets tests load modules of the extension without VS Code: `import "vscode"` is answered by the stand-in beside this
 * file. Import this first and the modules under test with `await import(...)`, which looks the name up later.
 */
import { register } from "node:module";

const standIn = new URL("./vscode.ts", import.meta.url).href;
const hooks = `export function resolve(name, context, next) {
  return name === "vscode" ? next(${JSON.stringify(standIn)}, context) : next(name, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
