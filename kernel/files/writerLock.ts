import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { modeOfNew } from "./ownersAlone.js";
import { beganAfter, isAlive } from "./processes.js";

/** Who writes in a folder. */
export interface Writer {
  readonly pid: number;
  readonly host: string;
  /** Distinguishes two locks of one process. */
  readonly id: string;
  /** The folder's number on its disk: in a copy of the folder, the lock is of another one. */
  readonly folder: string;
}

/** How often a lock says that its writer lives, and after how long without it nobody is there, in milliseconds. */
const beat = 15_000;
const silence = 180_000;

/** Locks that were given free and that a failed disk may still show. */
const givenFree = new Set<string>();

/** The file in a folder that says who writes there. */
export const lockName = "writer.lock";

/** Somebody else writes in the folder. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
  constructor(
    readonly folder: string,
    readonly writer: Writer,
  ) {
    super(`"${folder}" is written by process ${writer.pid} of ${writer.host}.`);
  }
}

/**
 * Makes this process the only writer of a folder, by a file that says who writes. The lock of a process that has ended
 * counts no longer: on this machine its number tells, from another machine, over a network folder, that the file has not
 * been touched for three minutes. No library is used: those that are kept up (proper-lockfile) do not say who holds a
 * lock, and let a crash hold it until a time has passed.
 *
 * @returns a function that gives the folder free
 * @throws FolderInUse with the other writer; the system's error when no file can be made there
 */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, lockName);
  const me: Writer = { pid: process.pid, host: hostname(), id: randomUUID(), folder: numberOf(folder) };
  const draft = `${file}.${me.id}`;
  writeFileSync(draft, JSON.stringify(me), { flag: "wx", mode: modeOfNew(file, "file") & 0o644 });
  try {
    place(folder, file, draft);
  } finally {
    removeQuietly(draft);
  }
  const timer = setInterval(() => touch(file, me), beat).unref();
  return () => {
    clearInterval(timer);
    givenFree.add(me.id);
    const writer = readWriter(file);
    if (writer?.id === me.id ? removeQuietly(file) : writer) givenFree.delete(me.id);
  };
}

/** False on a disk that has failed or become read-only: the file stays, and other processes wait until this one ends. */
function removeQuietly(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Who writes in a folder now; null when nobody does. */
export function writerOf(folder: string): Writer | null {
  const file = path.join(folder, lockName);
  const writer = readWriter(file);
  return writer && isPresent(file, writer) ? writer : null;
}

/** A link to a whole file appears at once, for one of several processes. */
function place(folder: string, file: string, draft: string): void {
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      return linkOrCreate(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const writer = readWriter(file);
    if (writer && isPresent(file, writer)) throw new FolderInUse(folder, writer);
    removeStale(file, writer);
  }
  throw new FolderInUse(folder, readWriter(file) ?? { pid: 0, host: "another machine", id: "", folder: "" });
}

function linkOrCreate(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw error;
    // Some network folders and FAT have no links.
    writeFileSync(file, readFileSync(draft), { flag: "wx", mode: modeOfNew(file, "file") & 0o644 });
  }
}

/** Takes a lock away whose writer has ended; should another process have replaced it meanwhile, that one goes back. */
function removeStale(file: string, stale: Writer | null): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (stale && readWriter(aside)?.id !== stale.id) linkSync(aside, file);
  } catch {
    // Another process was first.
  }
  rmSync(aside, { force: true });
}

function isPresent(file: string, { pid, host, id, folder }: Writer): boolean {
  if (givenFree.has(id)) return false;
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (touched === undefined) return false;
  // Machines may see different numbers of a folder on a network.
  if (host === hostname() && folder !== numberOf(path.dirname(file))) return false;
  if (host === hostname()) return isAlive(pid) && beganAfter(pid, touched) !== true;
  return Date.now() - touched < silence;
}

/** A lock that somebody has removed, alone or with its folder, is put back; one that another has taken stays theirs. */
function touch(file: string, me: Writer): void {
  const now = new Date();
  try {
    const writer = readWriter(file);
    if (writer?.id === me.id) utimesSync(file, now, now);
    else if (!writer) {
      const folder = numberOf(path.dirname(file));
      writeFileSync(file, JSON.stringify({ ...me, folder }), { flag: "wx", mode: 0o644 });
    }
  } catch {
    // The folder is gone, or its disk for a while.
  }
}

/** null for a file that is gone or torn. */
function readWriter(file: string): Writer | null {
  try {
    const { pid, host, id, folder = "" } = JSON.parse(readFileSync(file, "utf8")) as Partial<Writer>;
    const isWhole = Number.isSafeInteger(pid) && typeof host === "string" && typeof id === "string";
    return isWhole ? { pid: pid!, host: host!, id: id!, folder: String(folder) } : null;
  } catch {
    return null;
  }
}

function numberOf(folder: string): string {
  return String(statSync(folder, { bigint: true }).ino);
}
