import { readFileSync } from "node:fs";

/** Whether a process of this machine lives. */
export function isAlive(pid: number): boolean {
  // A killed process that its parent has not waited for yet, as happens in containers, still has its number.
  if (fieldsOf(pid)?.[0] === "Z") return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether a process began after a moment, so that its number was another's then.
 * @param moment in milliseconds since 1970
 * @returns null where that cannot be told
 */
export function beganAfter(pid: number, moment: number): boolean | null {
  const ticks = Number(fieldsOf(pid)?.[19]);
  const booted = /^btime (\d+)$/m.exec(textOf("/proc/stat") ?? "")?.[1];
  if (!booted || !Number.isFinite(ticks)) return null;
  return 1000 * Number(booted) + 10 * ticks > moment + 2000;
}

/** What Linux says about a process, from its state on; null elsewhere. */
function fieldsOf(pid: number): string[] | null {
  // Its name comes before, in parentheses, and may hold anything.
  return (
    textOf(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, "")
      .split(" ") ?? null
  );
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
