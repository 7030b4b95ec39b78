import { readdirSync, readFileSync } from "node:fs";

/** Memory in use by a process and all that it has started, in bytes; 0 where the system does not tell (not Linux). */
export function memoryOfTree(pid: number): number {
  const processes = everyProcess();
  const tree = new Set([pid]);
  // Children may have lower numbers than their parents.
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const [child, { parent }] of processes) if (tree.has(parent)) tree.add(child);
  }
  return [...tree].reduce((sum, each) => sum + (processes.get(each)?.bytes ?? 0), 0);
}

function everyProcess(): Map<number, { parent: number; bytes: number }> {
  const found = new Map<number, { parent: number; bytes: number }>();
  for (const name of entriesOf("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const status = textOf(`/proc/${name}/status`);
    const field = (key: string) => Number(new RegExp(`^${key}:\\s*(\\d+)`, "m").exec(status)?.[1] ?? 0);
    found.set(Number(name), { parent: field("PPid"), bytes: 1024 * field("VmRSS") });
  }
  return found;
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Nothing for a process that has just ended. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
