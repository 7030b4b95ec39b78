import { type Notebook, NotebookFileError } from "./notebookFile.js";

/** Languages whose cells this kernel runs. */
const ours: ReadonlySet<string> = new Set(["typescript", "javascript", "ts", "js"]);

/**
 * Refuses a notebook in another language, before anything runs.
 * @throws NotebookFileError that names the language and the kernel
 */
export function checkLanguage({ metadata }: Notebook, file: string): void {
  const { kernelspec, language_info: info } = (metadata ?? {}) as Record<string, Described | undefined>;
  const language = [kernelspec?.language, info?.name].find((each) => typeof each === "string" && each !== "");
  if (typeof language !== "string" || ours.has(language.toLowerCase())) return;
  const kernel = typeof kernelspec?.name === "string" ? ` (its kernel is "${kernelspec.name}")` : "";
  throw new NotebookFileError(
    `${file} is a notebook in ${language}${kernel}; aen runs TypeScript and JavaScript. Run it with its own kernel: jupyter execute ${file}`,
  );
}

type Described = { readonly name?: unknown; readonly language?: unknown };
