import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { systemPython } from "./peers.js";

const run = promisify(execFile);

/** A PyTorch to compare with. */
export interface Pytorch {
  /** With its version and how it runs, such as `PyTorch 2.13.0, compiled`. */
  readonly name: string;
  readonly python: string;
  readonly compiled: boolean;
}

/**
 * The PyTorches of this machine: Debian's, and today's from the cache folder, where it is installed first if PyPI can be
 * reached; today's eager and with torch.compile. What is missing is said on standard error.
 */
export async function pytorches(): Promise<Pytorch[]> {
  const found: Pytorch[] = [];
  const [debian, today] = [await versionAt(systemPython), await installed()];
  if (debian) found.push({ name: `PyTorch ${debian}`, python: systemPython, compiled: false });
  const version = today && (await versionAt(today));
  if (version) {
    found.push({ name: `PyTorch ${version}`, python: today, compiled: false });
    found.push({ name: `PyTorch ${version}, compiled`, python: today, compiled: true });
  }
  if (!debian || !version)
    console.error(`Missing here: ${[!debian && "Debian's PyTorch", !version && "today's PyTorch"]}`);
  return found;
}

/** The path of the Python that has today's PyTorch; undefined where it cannot be installed. */
async function installed(): Promise<string | undefined> {
  const script = fileURLToPath(new URL("../../install-python-packages", import.meta.url));
  const { stdout } = await run("bash", [script, "bench/engine/pytorch-requirements.txt"]);
  return stdout.trim() || undefined;
}

async function versionAt(python: string): Promise<string | undefined> {
  const code = "import torch; print(torch.__version__.split('+')[0])";
  return run(python, ["-c", code]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}
