import { homedir } from "node:os";
import path from "node:path";

/** Where in Jupyter something is installed, and under which name. */
export interface Place {
  readonly user?: boolean;
  readonly prefix?: string;
  readonly name: string;
}

/**
 * Jupyter's data folder: see its documentation, "Common directories and file locations".
 * @throws Error for a name that Jupyter does not take, and for two places at once
 */
export function dataFolder({ user, prefix, name }: Place): string {
  if (!/^[\w.-]+$/.test(name) || /^\.+$/.test(name))
    throw new Error(
      `A kernel's name may contain only letters, digits, ".", "-" and "_", and not only dots, got "${name}".`,
    );
  if (user && prefix) throw new Error("Give --user or --prefix, not both.");
  return prefix ? path.join(path.resolve(prefix), "share", "jupyter") : userData();
}

function userData(): string {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32") return path.join(APPDATA ?? homedir(), "jupyter");
  return path.join(XDG_DATA_HOME || path.join(homedir(), ".local", "share"), "jupyter");
}
