import { runningText } from "../../host/runningText.js";
import { freeNames, typescript } from "./freeNames.js";
import { knownName } from "./knownValues.js";
import type TypeScript from "typescript";

type AnyFunction = (...args: never[]) => unknown;

const usual = ["length", "name", "prototype", "arguments", "caller"];

/**
 * What a function may compute with that neither its text nor its variables show, as the end of a sentence; null when
 * there is nothing of the kind.
 */
export function hiddenState(fn: AnyFunction): string | null {
  const text = runningText(fn);
  if (isNative(text)) {
    return fn.name.startsWith("bound ") ? "it is a bound function, which hides what it is bound to" : null;
  }
  if (!isExpression(text)) return "it is a method, whose variables cannot be read";
  if (readsThis(text)) return `it uses "this", whose value cannot be read`;
  const own = Reflect.ownKeys(fn).map(String);
  const added = own.filter((name) => !usual.includes(name));
  return added.length > 0 ? `it has properties of its own (${added.join(", ")})` : null;
}

/** Why the value of a global name cannot be told; null for what JavaScript and Node provide. */
export function hiddenGlobal(name: string): string | null {
  if (name === "globalThis" || name === "global") return `it reads "${name}", which any code can change`;
  const property = Object.getOwnPropertyDescriptor(globalThis, name);
  const value: unknown = property?.enumerable ? property.value : undefined;
  if (value === undefined || typeof value === "function" || knownName(value)) return null;
  return `it uses "${name}" of globalThis, which any code can change`;
}

/** Whether a function's text can stand where its value could: a method's and a built-in function's cannot. */
export function isExpression(text: string): boolean {
  try {
    new Function(`(${text})`);
    return true;
  } catch {
    return false;
  }
}

/** The free names of a function; none for a method or a built-in function. */
export function namesIn(text: string): string[] {
  return isExpression(text) ? freeNames(text) : [];
}

function isNative(text: string): boolean {
  return /\{\s*\[native code\]\s*\}\s*$/.test(text);
}

/** Whether a function reads the `this` that it is called with or that surrounds it. */
function readsThis(text: string): boolean {
  if (!/\b(this|super)\b/.test(text)) return false;
  const ts = typescript();
  const file = ts.createSourceFile(
    "function.js",
    `(${text})`,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.JS,
  );
  return reads(file, 0);

  function reads(node: TypeScript.Node, depth: number): boolean {
    if (node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword) return true;
    const hasOwn = ts.isClassLike(node) || (ts.isFunctionLike(node) && !ts.isArrowFunction(node));
    // The function itself may be called with any `this`; those within it get theirs from it.
    if (hasOwn && depth > 0) return false;
    const inner = depth + (hasOwn || ts.isArrowFunction(node) ? 1 : 0);
    return ts.forEachChild(node, (child) => reads(child, inner) || undefined) ?? false;
  }
}
