import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Ffmpeg } from "./ffmpeg.js";

type Kind = "filters" | "decoders";

const known = new Map<string, Promise<ReadonlySet<string>>>();

/** The names of the filters or decoders that an ffmpeg was built with; none where it does not list them. */
export function parts({ path }: Ffmpeg, kind: Kind): Promise<ReadonlySet<string>> {
  const key = `${kind} ${path}`;
  let names = known.get(key);
  if (!names) known.set(key, (names = listed(path, kind)));
  return names;
}

async function listed(path: string, kind: Kind): Promise<ReadonlySet<string>> {
  try {
    const { stdout } = await promisify(execFile)(path, ["-hide_banner", `-${kind}`], { timeout: 20_000 });
    return new Set(stdout.split("\n").flatMap((line) => /^ [A-Z.|]+ (\S+) /.exec(line)?.[1] ?? []));
  } catch {
    return new Set();
  }
}
