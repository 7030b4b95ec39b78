import * as vscode from "vscode";
import { kernelspec, languageInfo } from "../kernelMetadata.js";

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
        code: `const drawn = { frames: 16, size: 64 };
const clips = await aen.clips.synthetic({ perEmotion: 60, identities: 60, deviating: 0.3, seed: 7, ...drawn });
const { train, test } = clips.split({ by: "identity", test: 0.25, seed: 7 });
const validation = await aen.clips.synthetic({ perEmotion: 15, identities: 15, deviating: 0.3, seed: 2007, ...drawn });
clips`,
      },
      { markdown: vscode.l10n.t("The bottom-up branch first learns from stills of other people.") },
      {
        code: `const others = await aen.clips.synthetic({ perEmotion: 100, identities: 100, deviating: 0, seed: 1007, ...drawn });
const augment = { smallestCrop: 0.7, jitter: "clip" } as const;
const stills = aen.clips.stills(others, { perClip: 3 });
const pretraining = { stills, epochs: 9, framesPerClip: 1, learningRate: 3e-3, augment };
const run = await aen.train(aen.model("small"), train, { validate: validation, epochs: 8, seed: 7, pretraining });`,
      },
      { code: "const result = await run.evaluate(test);\nresult" },
      { code: "result.overview()" },
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
      { code: "const { train, test } = clips.split({ test: 0.2, seed: 7 });" },
      { code: 'const run = await aen.train(aen.model("recommended"), train, { validate: 0.1, seed: 7 });' },
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
