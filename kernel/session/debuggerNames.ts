const key = "aen.debuggerNames";

/** A cell's or local module's own variables where the debugger stands, if it has kept them. */
const own = 'typeof __scope === "undefined" ? undefined : __scope';

/** Code that a debugger evaluates before and after an expression, so that it may use variables by their names. */
export const names = {
  show: `globalThis["${key}"]?.(true, ${own})`,
  hide: `globalThis["${key}"]?.(false)`,
} as const;

/** An expression in which variables stand by their names, as they stand in cells; breakpoints have such conditions. */
export function withNames(expression: string): string {
  const evaluated = `eval(${JSON.stringify(expression)})`;
  return `(${names.show}, (() => { try { return ${evaluated}; } finally { ${names.hide}; } })())`;
}

/**
 * Lets a debugger use the variables of cells by their names. In compiled code they are properties of one object, which
 * `eval` does not search; while an expression is evaluated they are globals.
 *
 * @param scope the notebook's variables
 * @returns a function that undoes this
 */
export function tellNames(scope: Record<string, unknown>): () => void {
  let restore: (() => void)[] = [];
  const value = (isShown: boolean, frame = scope) => {
    for (const each of restore.splice(0).reverse()) each();
    if (isShown) restore = Object.keys(frame).map((name) => showName(frame, name));
  };
  Object.defineProperty(globalThis, key, { value, configurable: true });
  return () => void Reflect.deleteProperty(globalThis, key);
}

/** The getter calls nothing, so that an editor may evaluate it while the pointer rests on a name. */
function showName(scope: Record<string, unknown>, name: string): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  if (before?.configurable === false) return () => {};
  Object.defineProperty(globalThis, name, {
    get: () => scope[name],
    set: (value) => (scope[name] = value),
    configurable: true,
  });
  return () => {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  };
}
