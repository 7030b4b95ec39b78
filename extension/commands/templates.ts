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

/** What a notebook starts with, by what it is for. */
export const templates: readonly Template[] = [
  {
    id: "empty",
    label: "Empty",
    detail: "One cell; aen and tf are there without an import",
    cells: [{ code: "" }],
  },
  {
    id: "train",
    label: "Train and look",
    detail: "Synthetic clips, a small model, its confusion matrix and the frames that misled it",
    cells: [
      { markdown: "# Train AEN and look at its errors" },
      {
        code:
          "const clips = await aen.clips.synthetic({ perEmotion: 20, deviating: 0.3, seed: 7 });\n" +
          'const { train, test } = clips.split({ by: "identity", test: 0.25, seed: 7 });\ntrain',
      },
      {
        code: 'const run = await aen.train(aen.model("small"), train, { validate: test, epochs: 6, seed: 7 });',
      },
      { code: "const result = await run.evaluate(test);\nresult" },
    ],
  },
  {
    id: "own",
    label: "Own data",
    detail: "Clips from an annotation list, as DFEW, AFEW and others come",
    cells: [
      {
        markdown: "# Own data\nAn annotation list has one line for each clip: path, number of frames, label.",
      },
      { code: 'const clips = await aen.clips.fromList("set_1_train.txt", { root: "DFEW" });\nclips' },
      { code: 'const { train, test } = clips.split({ by: "identity", test: 0.2, seed: 7 });' },
      { code: 'const run = await aen.train(aen.model("recommended"), train, { validate: test, seed: 7 });' },
      { code: "await run.evaluate(test)" },
    ],
  },
];

/** The metadata by which a notebook is taken for ours, here and in other tools. */
export const notebookMetadata = {
  metadata: { kernelspec, language_info: languageInfo },
  nbformat: 4,
  nbformat_minor: 5,
};
