/** What JupyterLab loads of the extension once the application is there; see remoteEntry.script.ts. */
import { viewsPlugin } from "./plugin.js";
import { type ShareScope, sharedModule } from "./sharedModules.js";
import type { LabModules, Plugin } from "./jupyterlab.js";

/** The plugins, built on the application's own modules. */
export async function plugins(scope: ShareScope): Promise<Plugin[]> {
  const names = ["@jupyterlab/notebook", "@jupyterlab/rendermime", "@lumino/widgets"] as const;
  const modules = await Promise.all(
    names.map(async (name) => [name, await sharedModule(scope, name)] as const),
  );
  return [viewsPlugin(Object.fromEntries(modules) as unknown as LabModules)];
}
