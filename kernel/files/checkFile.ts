import { readdirSync, type Stats } from "node:fs";
import { open, readdir, readlink, stat } from "node:fs/promises";
import path from "node:path";
import { DataError } from "./dataError.js";

/**
 * Checks that a path exists and is a readable, non-empty file.
 * @param kind what it should be, for the message: "video", "annotation list", ...
 * @returns the file's stats, so that callers need not query them again
 * @throws DataError
 */
export async function checkFile(file: string, kind: string): Promise<Stats> {
  const facts = await factsOf(file, kind);
  if (facts.isDirectory()) {
    throw new DataError(`this is a folder where ${withArticle(kind)} file was expected.${folderHint(kind)}`, {
      file,
    });
  }
  if (!facts.isFile())
    throw new DataError(`this is not a regular file. Name ${withArticle(kind)} file.`, { file });
  if (facts.size === 0) {
    throw new DataError(`this ${kind} is empty (0 bytes). Copy or download it again, or leave it out.`, {
      file,
    });
  }
  await checkReadable(file);
  return facts;
}

/**
 * Checks that a folder exists and is readable, and lists its entries. It waits for the disk: a set has tens of thousands of
 * folders, and handing each to another thread takes several times longer than listing it.
 * @throws DataError
 */
export async function listFolder(folder: string, kind: string): Promise<string[]> {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const facts = await factsOf(folder, kind);
    if (!facts.isDirectory())
      throw new DataError(`this is a file where a ${kind} was expected.`, { file: folder });
    throw accessError(folder, cause);
  }
}

async function factsOf(file: string, kind: string): Promise<Stats> {
  if (file.includes("\0"))
    throw new DataError(`The path ${JSON.stringify(file)} contains a NUL character. Remove it.`);
  try {
    return await stat(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") {
      const target = await readlink(file).catch(() => undefined);
      if (target !== undefined) {
        throw new DataError(
          `it is a link to ${target}, which is not there. Put the ${kind} back, or name another.`,
          {
            ...{ file, cause },
          },
        );
      }
      throw new DataError(`there is no such ${kind}.${await nearMiss(file)}`, { file, cause });
    }
    throw accessError(file, cause);
  }
}

async function checkReadable(file: string): Promise<void> {
  try {
    await (await open(file)).close();
  } catch (cause) {
    throw accessError(file, cause);
  }
}

/** Explains why a file could not be opened. */
export function accessError(file: string, cause: unknown): DataError {
  const code = (cause as NodeJS.ErrnoException).code;
  const place = { file, cause };
  if (code === "EACCES" || code === "EPERM") {
    return new DataError(
      "you do not have permission to read it. Change its permissions (chmod u+r) or its owner.",
      place,
    );
  }
  if (code === "ELOOP") {
    return new DataError("its symbolic links form a loop. Remove the link that points back.", place);
  }
  if (code === "ENAMETOOLONG")
    return new DataError("the path is too long for this system. Shorten it.", place);
  return new DataError(`it could not be read (${(cause as Error).message}).`, place);
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

function folderHint(kind: string): string {
  return kind === "video" ? " For a folder of frame images use aen.clips.fromFolder." : "";
}

/** Reports how much of the path exists, and a file there with a similar name. */
async function nearMiss(file: string): Promise<string> {
  const folder = path.dirname(path.resolve(file));
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return ` The folder ${folder} does not exist either; relative paths start at ${process.cwd()}.`;
  const bare = (name: string) =>
    path
      .parse(name)
      .name.toLowerCase()
      .replaceAll(/[\s_-]/g, "");
  const similar = names.find((name) => bare(name) === bare(path.basename(file)));
  if (similar) return ` Did you mean ${path.join(folder, similar)}?`;
  return path.isAbsolute(file) ? "" : ` Relative paths start at ${process.cwd()}.`;
}
