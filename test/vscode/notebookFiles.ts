import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

interface SavedCell {
  source: string[];
  execution_count: number | null;
  outputs: {
    output_type: string;
    ename?: string;
    evalue?: string;
    text?: string[];
    data?: Record<string, unknown>;
  }[];
}

/** Writes a notebook whose metadata names our kernel. */
export function writeCells(folder: string, name: string, sources: readonly string[]): void {
  const cells = sources.map((source, index) => ({
    cell_type: "code",
    id: `cell-${index}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  const kernelspec = { name: "aen", display_name: "AEN (TypeScript)", language: "typescript" };
  const metadata = { kernelspec, language_info: { name: "typescript" } };
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata, cells };
  writeFileSync(path.join(folder, name), JSON.stringify(notebook));
}

/** A notebook as it has been saved. */
export function savedNotebook(
  folder: string,
  name: string,
): { cells: SavedCell[]; metadata: { kernelspec: { name: string } } } {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8"));
}
