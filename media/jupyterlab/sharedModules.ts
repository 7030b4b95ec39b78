import type { LabModules } from "./jupyterlab.js";

/** Makes a module's exports. */
type ModuleFactory = () => unknown;

interface SharedModule {
  get(): ModuleFactory | Promise<ModuleFactory>;
}

/** Modules that the application shares with its extensions, by name and version (webpack's "share scope"). */
export type ShareScope = Readonly<Record<string, Readonly<Record<string, SharedModule>>>>;

/**
 * A module of the application itself, so that its tokens and classes are the application's own.
 * @throws Error where the application does not share it
 */
export async function sharedModule<Name extends keyof LabModules>(
  scope: ShareScope,
  name: Name,
): Promise<LabModules[Name]> {
  const versions = Object.entries(scope[name] ?? {}).sort(([one], [other]) => newestFirst(one, other));
  if (versions.length === 0) throw new Error(`AEN's views need JupyterLab 4, which shares ${name}.`);
  const factory = await versions[0][1].get();
  return factory() as LabModules[Name];
}

function newestFirst(one: string, other: string): number {
  const [numbers, others] = [one, other].map((version) => version.split(/[.+-]/).slice(0, 3).map(Number));
  const place = numbers.findIndex((number, i) => number !== others[i]);
  return place < 0 ? 0 : others[place] - numbers[place];
}
