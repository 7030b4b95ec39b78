import { runtimeName, scopeName } from "./cellRuntime.js";

/**
 * Makes the text of a cell's functions (`String(f)`) the JavaScript of what its user has written. As it runs, the text
 * names the notebook's scope and our run time, which exist nowhere else: not in the worker or the browser page that
 * such a text is often sent to.
 *
 * @returns a function that undoes this
 */
export function showWrittenText(): () => void {
  const own = Object.getOwnPropertyDescriptor(Function.prototype, "toString")!;
  const original = own.value as () => string;
  const value = new Proxy(original, {
    apply: (target, self) => writtenText(Reflect.apply(target, self, [])),
  });
  Object.defineProperty(Function.prototype, "toString", { ...own, value });
  return () => {
    if (Function.prototype.toString === value) Object.defineProperty(Function.prototype, "toString", own);
  };
}

const ours = new RegExp(`\\b(?:${scopeName}|${runtimeName})\\.`);

const replacements: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\(0, ${scopeName}\\.([\\p{ID_Continue}$]+)\\)`, "gu"), "$1"],
  [new RegExp(`\\b${scopeName}\\.`, "g"), ""],
  [new RegExp(`\\s*\\b${runtimeName}\\.unlessStopped\\(\\);`, "g"), ""],
  [new RegExp(`\\b${runtimeName}\\.unlessStopped\\(`, "g"), "("],
  [new RegExp(`\\b${runtimeName}\\.(?:dynamicImport|import)\\(`, "g"), "import("],
  [new RegExp(`\\b${runtimeName}\\.meta\\b`, "g"), "import.meta"],
];

/** The text of a function, without what the compiler has added. */
export function writtenText(text: string): string {
  if (!ours.test(text)) return text;
  return replacements.reduce((written, [pattern, plain]) => written.replace(pattern, plain), text);
}
