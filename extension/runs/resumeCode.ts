import * as vscode from "vscode";
import type { RunRecord } from "./runRecord.js";

/**
 * The code of a cell that resumes a run. The record holds no clips: the cell says which ones it needs, and
 * `aen.resume` rejects any but the run's own. Of a record, which anybody may have written, only counts and text in quotes
 * become part of the code.
 */
export function resumeCode({ folder, settings }: RunRecord): string {
  const { train, validate } = settings.data ?? {};
  const [trained, validated] = [train, validate].map(countOf);
  const comments = [
    trained !== undefined && vscode.l10n.t("train: the {0} clips that the run was trained on", trained),
    validated !== undefined && vscode.l10n.t("validation: the {0} clips that it was validated on", validated),
  ];
  const options = validate ? ", { validate: validation }" : "";
  return [
    ...comments.filter(Boolean).map((comment) => `// ${comment as string}`),
    `const run = await aen.resume(${JSON.stringify(folder)}, train${options});`,
    "run",
  ].join("\n");
}

/** How many clips a record names; undefined for what is no count. */
function countOf(set: unknown): number | undefined {
  const { clips } = (set ?? {}) as { readonly clips?: unknown };
  return Number.isSafeInteger(clips) ? (clips as number) : undefined;
}
