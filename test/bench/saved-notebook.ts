import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Notebook, readNotebook } from "../../kernel/notebook/notebookFile.js";

/**
 * Size of an executed notebook, whole and by the forms of its outputs: of the quickstart, which it runs, or of the
 * executed notebook that the environment variable NOTEBOOK names.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-saved-"));
  try {
    const file = process.env.NOTEBOOK ?? executedQuickstart(path.join(folder, "quickstart.ipynb"));
    const text = readFileSync(file, "utf8");
    tell("whole file", Buffer.byteLength(text), text.split("\n").length - 1);
    const sizes = sizesByForm(await readNotebook(file));
    for (const [form, { bytes, count }] of [...sizes].sort(([, a], [, b]) => b.bytes - a.bytes))
      tell(`${count} x ${form}`, bytes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function executedQuickstart(output: string): string {
  const cli = path.resolve("dist/kernel/cli.js");
  execFileSync(process.execPath, [cli, "run", "notebooks/quickstart.ipynb", "--output", output], {
    stdio: "ignore",
  });
  return output;
}

function sizesByForm({ cells }: Notebook): Map<string, { bytes: number; count: number }> {
  const sizes = new Map<string, { bytes: number; count: number }>();
  for (const output of cells.flatMap(({ outputs }) => outputs ?? [])) {
    const forms = "data" in output ? Object.entries(output.data) : [[output.output_type, output] as const];
    for (const [form, value] of forms) {
      const { bytes, count } = sizes.get(form) ?? { bytes: 0, count: 0 };
      sizes.set(form, { bytes: bytes + JSON.stringify(value).length, count: count + 1 });
    }
  }
  return sizes;
}

function tell(name: string, bytes: number, lines?: number): void {
  const kilobytes = Number((bytes / 1000).toFixed(1));
  console.log(JSON.stringify({ bench: "saved-notebook", name, kilobytes, lines }));
}
