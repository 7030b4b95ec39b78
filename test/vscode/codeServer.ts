import path from "node:path";
import { installedOnce, nodeFromNpm, npmInstall } from "../fromNpm.js";

const codeServerVersion = "4.139.1";

/** A real VS Code, as the code-server package carries it, and the Node.js that it runs on. */
export interface CodeServer {
  /** Path of Node.js 24. */
  readonly node: string;
  /** VS Code's server (`server-main.js`), which answers in a browser. */
  readonly server: string;
}

/**
 * Finds code-server in the cache folder of the user, or installs it there from npm: about 30 seconds and 700 MB,
 * once. Nothing is compiled: the native modules that stay away (log files, file watching by the system) have
 * stand-ins in VS Code or only cost a log line.
 * @throws Error when npm cannot install it, with npm's own words
 */
export async function codeServer(): Promise<CodeServer> {
  const node = await nodeFromNpm();
  const folder = await installedOnce(`code-server-${codeServerVersion}`, (draft) =>
    install(path.join(draft, "server"), path.dirname(node)),
  );
  return { node, server: path.join(folder, "server", vscodeFolder, "out", "server-main.js") };
}

const vscodeFolder = path.join("node_modules", "code-server", "lib", "vscode");

async function install(server: string, bin: string): Promise<void> {
  await npmInstall(server, [`code-server@${codeServerVersion}`], bin);
  await npmInstall(path.join(server, vscodeFolder), ["--omit=dev"], bin);
  await npmInstall(path.join(server, vscodeFolder, "extensions"), ["--omit=dev"], bin);
}
