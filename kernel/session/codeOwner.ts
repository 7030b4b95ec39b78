import path from "node:path";
import { fileURLToPath } from "node:url";
import { handOverScript, isCellScript } from "./cellScripts.js";
import { isOwnDependency, packageFolder } from "./ownDependencies.js";
import { packageRoot } from "../files/packageRoot.js";

/** The owner of the code that the main thread is executing. */
export interface CodeOwner {
  readonly owner: "cell" | "kernel";
  /**
   * The number of frames of Node, the kernel and its dependencies above the innermost cell frame; a user's library
   * called by the cell counts as the cell. Undefined when no cell is on the stack.
   */
  readonly above: number | undefined;
}

type Frame = "cell" | "callback" | "kernel" | "dependency" | "package" | "evaluated" | "neutral";

/**
 * Determines whose code is running. The nearest frame that belongs to a cell or to the kernel decides: a library
 * called by the kernel works for the kernel, one called by a cell works for the cell. A user's module counts as a
 * cell. If no such frame is on the stack, as after an `await` in a library, the kernel's own dependencies work for the
 * kernel.
 *
 * @param scripts script addresses of all frames, innermost first, as the inspector names them: "" for `eval`
 */
export function codeOwner(scripts: readonly string[]): CodeOwner {
  const frames = scripts.map(frameOf);
  const nearest = frames.findIndex((frame) => ["cell", "callback", "kernel"].includes(frame));
  const called = frames.slice(0, nearest === -1 ? undefined : nearest);
  if (isCells(frames[nearest], called)) {
    const own = frames.findIndex((frame) => ["cell", "callback", "package", "evaluated"].includes(frame));
    return { owner: "cell", above: own };
  }
  const cell = frames.indexOf("cell");
  return { owner: "kernel", above: cell === -1 ? undefined : cell };
}

/** Whether a script is code of the user's: of a cell, evaluated, or of a module or package that is not the kernel's. */
export function isUsers(script: string): boolean {
  return ["cell", "package", "evaluated"].includes(frameOf(script));
}

/** @param called the frames above the deciding one; all frames if there is none */
function isCells(decisive: Frame | undefined, called: readonly Frame[]): boolean {
  if (decisive === "callback") return !called.includes("dependency");
  return decisive === "cell" || (decisive === undefined && called.includes("package"));
}

function frameOf(script: string): Frame {
  if (script === "") return "evaluated";
  if (isCellScript(script) || script.startsWith("data:")) return "cell";
  if (script === handOverScript) return "callback";
  const file = fileOf(script);
  if (file === undefined) return "neutral";
  if (file.startsWith(codeFolder)) return "kernel";
  if (!packageFolder(file)) return "cell";
  return isOwnDependency(file) ? "dependency" : "package";
}

/** The package folder that this module was loaded from; it holds all of the kernel, built or in source form. */
const codeFolder = ownCodeFolder(fileURLToPath(import.meta.url));

function ownCodeFolder(file: string): string {
  const [first] = path.relative(packageRoot, file).split(path.sep);
  return path.join(packageRoot, first) + path.sep;
}

/** The file of a script; undefined for Node's own modules and WebAssembly. */
function fileOf(script: string): string | undefined {
  if (path.isAbsolute(script)) return script;
  try {
    return script.startsWith("file:") ? fileURLToPath(script) : undefined;
  } catch {
    return undefined;
  }
}
