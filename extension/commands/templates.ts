import * as vscode from "vscode";
import { kernelspec, languageInfo } from "../controller/kernelMetadata.js";

/** One cell of a template. */
export type TemplateCell =
  | { readonly markdown: string; readonly code?: undefined }
  | { readonly code: string; readonly markdown?: undefined };

export interface Template {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly cells: readonly TemplateCell[];
}

/** The initial cells of a new notebook, by purpose. */
export function templates(): Template[] {
  return [empty(), train(), ownData()];
}

function empty(): Template {
  return {
    id: "empty",
    label: vscode.l10n.t("Empty"),
    detail: vscode.l10n.t("One cell; aen and tf need no import"),
    cells: [{ code: "" }],
  };
}

function train(): Template {
  return {
    id: "train",
    label: vscode.l10n.t("Train and look"),
    detail: vscode.l10n.t(
      "Synthetic clips, a small model, its confusion matrix and the frames that misled it",
    ),
    cells: [
      { markdown: `# ${vscode.l10n.t("Train AEN and look at its errors")}` },
      {
        code:
          "const clips = await aen.clips.synthetic({ perEmotion: 20, deviating: 0.3, seed: 7 });\n" +
          'const { train, test } = clips.split({ by: "identity", test: 0.25, seed: 7 });\ntrain',
      },
      {
        code: 'const run = await aen.train(aen.model("small"), train, { validate: test, epochs: 6, seed: 7 });',
      },
      { code: "const result = await run.evaluate(test);\nresult" },
      { code: "await run.timeline([...test][0])" },
    ],
  };
}

function ownData(): Template {
  const list = vscode.l10n.t("An annotation list has one line for each clip: path, number of frames, label.");
  return {
    id: "own",
    label: vscode.l10n.t("Your own data"),
    detail: vscode.l10n.t("Clips from an annotation list, as used by DFEW, AFEW and others"),
    cells: [
      { markdown: `# ${vscode.l10n.t("Your own data")}\n${list}` },
      { code: 'const clips = await aen.clips.fromList("set_1_train.txt", { root: "DFEW" });\nclips' },
      { code: 'const { train, test } = clips.split({ by: "identity", test: 0.2, seed: 7 });' },
      { code: 'const run = await aen.train(aen.model("recommended"), train, { validate: test, seed: 7 });' },
      { code: "await run.evaluate(test)" },
    ],
  };
}

/** The metadata that marks a notebook as ours, here and in other tools. */
export const notebookMetadata = {
  metadata: { kernelspec, language_info: languageInfo },
  nbformat: 4,
  nbformat_minor: 5,
};
