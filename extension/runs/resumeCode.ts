import * as vscode from "vscode";
import type { RunRecord } from "./runRecord.js";

/**
 * The code of a cell that resumes a run. The record holds no clips: the cell says which ones it needs, and
 * `aen.resume` rejects any but the run's own.
 */
export function resumeCode({ folder, settings }: RunRecord): string {
  const { train, validate } = settings.data ?? {};
  const comments = [
    train &&
      typeof train === "object" &&
      vscode.l10n.t("train: the {0} clips that the run was trained on", train.clips),
    validate && vscode.l10n.t("test: the {0} clips that it was validated on", validate.clips),
  ];
  const options = validate ? ", { validate: test }" : "";
  return [
    ...comments.filter(Boolean).map((comment) => `// ${comment as string}`),
    `const run = await aen.resume(${JSON.stringify(folder)}, train${options});`,
    "run",
  ].join("\n");
}
