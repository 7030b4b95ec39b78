import { Console } from "node:console";

/** The printing methods of `console`; the rest (`Console`, `context`, profiles) stays Node's. */
const methods = [
  ..."log info debug warn error trace assert dir dirxml table".split(" "),
  ..."group groupCollapsed groupEnd count countReset time timeEnd timeLog".split(" "),
] as const;

/**
 * Makes `console` write to the process's streams only. Node's own also reports every call to the inspector, with the
 * caller's stack, which makes printing four times slower.
 *
 * @returns a function that restores `console`
 */
export function writePlainly(): () => void {
  const { stdout, stderr } = process;
  const plain = new Console({ stdout, stderr, ignoreErrors: false, colorMode: false });
  const present = console as unknown as Record<string, unknown>;
  const before = methods.map((name) => [name, present[name]] as const);
  for (const name of methods) present[name] = (plain as unknown as typeof present)[name];
  return () => before.forEach(([name, method]) => (present[name] = method));
}
