import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { until } from "../until.js";

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

interface SavedNotebook {
  cells: SavedCell[];
  metadata: { kernelspec: { name: string } };
}

/** A notebook as it has been saved; while VS Code writes it, the file is there in part. */
export async function savedNotebook(folder: string, name: string): Promise<SavedNotebook> {
  return until(`${name} is saved whole`, () => parsed(readFileSync(path.join(folder, name), "utf8")));
}

function parsed(text: string): SavedNotebook | null {
  try {
    return JSON.parse(text) as SavedNotebook;
  } catch {
    return null;
  }
}
