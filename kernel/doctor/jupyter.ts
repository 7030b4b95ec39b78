import { existsSync } from "node:fs";
import path from "node:path";
import { type Finding, missing, ready } from "./finding.js";
import { outputOf } from "./versionOf.js";

/** Looks for a Jupyter that can start our kernel, its front ends, and whether they have our views. */
export async function checkJupyter(): Promise<Finding> {
  const versions =
    (await outputOf("jupyter", "--version")) ?? (await outputOf("jupyter-kernelspec", "--version"));
  if (versions === undefined) {
    return missing(
      "Jupyter",
      "not found",
      "Only for JupyterLab and other Jupyter front ends: `pip install jupyterlab`, then `aen jupyter install`.",
    );
  }
  const ends = frontEnds(versions);
  const found =
    ends.length === 0 ? "found" : ends.map(({ name, version }) => `${name} ${version}`).join(", ");
  if (!(await kernelNames()).includes("aen"))
    return missing("Jupyter", `${found}, without the AEN kernel`, "`aen jupyter install --user` adds it.");
  if (!ends.some(hasViews) || (await viewsAreInstalled()))
    return ready("Jupyter", `${found}, with the AEN kernel`);
  return missing(
    "Jupyter",
    `${found}, with the AEN kernel, without its views: outputs are pictures`,
    "`aen jupyter install --user` adds them; then reload the page.",
  );
}

interface FrontEnd {
  readonly name: "JupyterLab" | "Notebook";
  readonly version: string;
}

/** From the table that `jupyter --version` prints: "jupyterlab       : 4.6.6". */
function frontEnds(versions: string): FrontEnd[] {
  const names = [["jupyterlab", "JupyterLab"] as const, ["notebook", "Notebook"] as const];
  return names.flatMap(([key, name]) => {
    const version = new RegExp(`^${key}\\s*:\\s*(\\d\\S*)`, "m").exec(versions)?.[1];
    return version === undefined ? [] : [{ name, version }];
  });
}

/** JupyterLab from 4 on, and Notebook from 7 on, load our extension; older ones show pictures. */
function hasViews({ name, version }: FrontEnd): boolean {
  return Number.parseInt(version) >= (name === "JupyterLab" ? 4 : 7);
}

async function kernelNames(): Promise<string[]> {
  const listed = await outputOf("jupyter", "kernelspec", "list", "--json", "--log-level=ERROR");
  const { kernelspecs } = parsed<{ kernelspecs: Record<string, unknown> }>(listed);
  return Object.keys(kernelspecs ?? {});
}

async function viewsAreInstalled(): Promise<boolean> {
  const { data } = parsed<{ data: string[] }>(await outputOf("jupyter", "--paths", "--json"));
  return (data ?? []).some((folder) =>
    existsSync(path.join(folder, "labextensions", "aen-notebook", "package.json")),
  );
}

/** What a program has printed as JSON; nothing where it mixes warnings into it. */
function parsed<T>(text: string | undefined): Partial<T> {
  try {
    return (JSON.parse(text ?? "{}") ?? {}) as Partial<T>;
  } catch {
    return {};
  }
}
