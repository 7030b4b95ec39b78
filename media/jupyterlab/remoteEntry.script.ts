/**
 * The script through which JupyterLab finds the extension: a container of webpack's module federation, written by hand
 * because that is all it takes. https://jupyterlab.readthedocs.io/en/stable/extension/extension_dev.html
 */
import type * as extension from "./extension.lab.js";
import type { ShareScope } from "./sharedModules.js";

const name = "aen-notebook";
const folder = (document.currentScript as HTMLScriptElement).src;
const page = globalThis as { _JUPYTERLAB?: Record<string, unknown> };
let scope: ShareScope = {};

(page._JUPYTERLAB ??= {})[name] = {
  init(shared: ShareScope): void {
    scope = shared;
  },
  /** @returns a function that gives the module, as JupyterLab expects it */
  async get(): Promise<() => unknown> {
    const { plugins } = (await import(new URL("./extension.lab.js", folder).href)) as typeof extension;
    const made = await plugins(scope);
    return () => ({ __esModule: true, default: made });
  },
};
