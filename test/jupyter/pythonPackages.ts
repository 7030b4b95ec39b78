import { execFileSync } from "node:child_process";
import { skipBecause } from "../skipBecause.js";

/**
 * The Python that has the packages of a list in `test/`; installs them when they are not there yet. Without them, leaves
 * out the tests of `context` and says why.
 */
export function pythonWithPackages(context: Mocha.Context, list = "python-requirements.txt"): string {
  context.timeout(900_000);
  const python = known.get(list) ?? installed(list);
  known.set(list, python);
  if (python === "")
    skipBecause(context, `the Python packages of test/${list} cannot be installed (no PyPI?)`);
  return python;
}

/** Asked once: where PyPI cannot be reached, finding that out takes its time. */
const known = new Map<string, string>();

function installed(list: string): string {
  try {
    return execFileSync("bash", ["test/install-python-packages", list], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "";
  }
}
