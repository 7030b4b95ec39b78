/** The package name of the plugin in VS Code's TypeScript service; package.json contributes it. */
export const pluginName = "aen-notebook-cells";
