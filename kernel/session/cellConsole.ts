import { Console } from "node:console";

/** What `console` writes with; the rest of it (`Console`, `context`, profiles) stays Node's. */
const methods = [
  ..."log info debug warn error trace assert dir dirxml table".split(" "),
  ..."group groupCollapsed groupEnd count countReset time timeEnd timeLog".split(" "),
] as const;

/**
 * Lets `console` write to the process's streams and nowhere else. Node's own tells the inspector of every call,
 * with the stack of the caller, which makes printing four times as dear.
 *
 * @returns puts `console` back as it was
 */
export function writePlainly(): () => void {
  const { stdout, stderr } = process;
  const plain = new Console({ stdout, stderr, ignoreErrors: false, colorMode: false });
  const present = console as unknown as Record<string, unknown>;
  const before = methods.map((name) => [name, present[name]] as const);
  for (const name of methods) present[name] = (plain as unknown as typeof present)[name];
  return () => before.forEach(([name, method]) => (present[name] = method));
}
