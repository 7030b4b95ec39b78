/** What JupyterLab loads of the extension once the application is there; see remoteEntry.script.ts. */
import { exercisesPlugin } from "./exercises/exercisesPlugin.js";
import { viewsPlugin } from "./plugin.js";
import { type ShareScope, sharedModule } from "./sharedModules.js";
import type { LabModules, Plugin } from "./jupyterlab.js";

/** The plugins, built on the application's own modules. */
export async function plugins(scope: ShareScope): Promise<Plugin[]> {
  const names = [
    "@jupyterlab/apputils",
    "@jupyterlab/notebook",
    "@jupyterlab/rendermime",
    "@jupyterlab/translation",
    "@lumino/widgets",
  ] as const;
  const modules = await Promise.all(
    names.map(async (name) => [name, await sharedModule(scope, name)] as const),
  );
  const given = Object.fromEntries(modules) as unknown as LabModules;
  return [viewsPlugin(given), exercisesPlugin(given)];
}
