import * as vscode from "vscode";
import type { RunRecord } from "./runRecord.js";

/**
 * The code of a cell that goes on with a run. The record holds no clips: the cell says which it needs, and
 * `aen.resume` refuses others than those of the run.
 */
export function resumeCode({ folder, settings }: RunRecord): string {
  const { train, validate } = (settings as RecordedSettings).data ?? {};
  const comments = [
    train && vscode.l10n.t("train: the {0} clips that the run learned from", train.clips),
    validate && vscode.l10n.t("test: the {0} clips that it was validated on", validate.clips),
  ];
  const options = validate ? ", { validate: test }" : "";
  return [
    ...comments.filter(Boolean).map((comment) => `// ${comment as string}`),
    `const run = await aen.resume(${JSON.stringify(folder)}, train${options});`,
    "run",
  ].join("\n");
}

interface RecordedSettings {
  readonly data?: {
    readonly train?: { readonly clips: number };
    readonly validate?: { readonly clips: number } | null;
  };
}
