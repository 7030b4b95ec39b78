import { existsSync } from "node:fs";
import { globSync } from "tinyglobby";

/** One part of the guide "How to add" in CONTRIBUTING.md. */
export interface GuidePart {
  /** E.g. "A view". */
  readonly title: string;
  readonly text: string;
  /** The steps under "Edit:", each an existing file. */
  readonly edits: readonly string[];
  /** The command under "Check:". */
  readonly check: string | undefined;
}

/** The parts of the guide. @param contributing the text of CONTRIBUTING.md */
export function guideParts(contributing: string): GuidePart[] {
  const guide = /^## How to add\n(.*?)^## /ms.exec(contributing)?.[1] ?? "";
  return guide
    .split(/^### /m)
    .slice(1)
    .map((text) => {
      const edit = /^Edit:\n(.*?)^Check:/ms.exec(text)?.[1] ?? "";
      return {
        title: text.split("\n")[0],
        text,
        edits: edit.match(/^\d\. /gm) ?? [],
        check: /^Check: `(npx mocha [^`]+)`/m.exec(text)?.[1],
      };
    });
}

/** What the guide says before its parts. @param contributing the text of CONTRIBUTING.md */
export function guideIntro(contributing: string): string {
  return /^## How to add\n(.*?)^### /ms.exec(contributing)?.[1] ?? "";
}

/**
 * The files that a checker asks for and the part does not name.
 * @param missing what the checker says of one that lacks everything and is called "invented"
 */
export function unnamedFiles({ text }: GuidePart, missing: readonly string[]): string[] {
  const named = new Set([...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => pathsIn(code)));
  const asked = missing.flatMap((line) => line.match(/[\w./-]+\.(ts|md|json|ipynb)\b/g) ?? []);
  return [...new Set(asked)].filter((file) => !named.has(file.replaceAll("invented", "<name>")));
}

/** What is wrong with a part, a line each. */
export function faultsOf({ title, text, edits, check }: GuidePart): string[] {
  const paths = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => pathsIn(code));
  return [
    ...paths.filter((path) => !isThere(path)).map((path) => `${title}: there is no ${path}`),
    ...(edits.length === 0 ? [`${title}: says no file to edit`] : []),
    ...(edits.length > 4 ? [`${title}: ${edits.length} existing files to edit, more than 4`] : []),
    ...(check === undefined ? [`${title}: says no command that checks`] : []),
  ];
}

/** The words of a code span that are paths of this repository. */
function pathsIn(code: string): string[] {
  return code
    .split(/\s+/)
    .filter((word) => /^(kernel|media|test|notebooks|extension)\/|\.(md|json)$/.test(word));
}

/** Whether a file or folder is there; for a path with `<name>`, whether some file is called so. */
function isThere(path: string): boolean {
  return path.includes("<") ? globSync(path.replace(/<[^>]+>/g, "*")).length > 0 : existsSync(path);
}
