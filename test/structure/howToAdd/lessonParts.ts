import { existsSync } from "node:fs";
import { type Notebook, type NotebookCell, wholeText } from "../../../kernel/notebook/notebookFile.js";
import { missingOf, type Part, textOf } from "./files.js";

/** What the lesson notebooks/<name>.ipynb lacks, a line each; nothing where it is whole. */
export function missingFromLesson(name: string): string[] {
  const file = `notebooks/${name}.ipynb`;
  const test = `test/notebooks/${name}.test.ts`;
  return missingOf(`lesson "${name}"`, [
    ...(existsSync(file)
      ? notebookParts(JSON.parse(textOf(file)) as Notebook)
      : [[false, `no ${file}`] as const]),
    [existsSync(test), `no test ${test}`],
    [!existsSync(test) || textOf(test).includes(file), `${test} does not run ${file}`],
    [textOf("README.md").includes(file), `README.md does not tell of ${file}`],
  ]);
}

function notebookParts({ cells, metadata }: Notebook): Part[] {
  const { kernelspec } = metadata as { kernelspec?: { name?: string } };
  return [
    [kernelspec?.name === "aen", 'its kernelspec is not "aen"'],
    [isTitle(cells[0]), "its first cell is not Markdown that begins with a title (# ...)"],
    [cells.some(isParameters), 'no cell is tagged "parameters", so a test cannot make it small'],
    [cells.every(isBare), "it was saved with outputs: clear them"],
  ];
}

function isTitle(cell: NotebookCell | undefined): boolean {
  return cell?.cell_type === "markdown" && wholeText(cell.source).startsWith("# ");
}

function isParameters({ metadata }: NotebookCell): boolean {
  return metadata.tags?.includes("parameters") === true;
}

function isBare({ outputs = [], execution_count: count = null }: NotebookCell): boolean {
  return outputs.length === 0 && count === null;
}
