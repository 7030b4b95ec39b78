import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Random } from "../../../kernel/random/random.js";
import { Attempts, type Row } from "../row.js";
import { readers, type Reader } from "./readers.js";

/** Seconds and bytes that reading one small file may take. */
const most = { seconds: 20, bytes: 1 << 30 };

/** What no message says that was meant for a person. */
const internal =
  /Cannot read prop|is not a function|is not iterable|\bundefined\b|Invalid (typed )?array length|allocation failed|out of (range|bounds)|Maximum call stack|Invalid string length|Cannot convert/i;

/** Lets every reader of files that others may have written read thousands of damaged and crafted ones. */
export async function attack(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const reader of readers) rows.push(await attackReader(reader, 2000));
  return rows;
}

/** A file is read, or refused by a message for people, in little time and memory. */
export async function attackReader({ what, ending, make, read }: Reader, times: number): Promise<Row> {
  const attempts = new Attempts(what);
  const folder = mkdtempSync(path.join(tmpdir(), "aen-readers-"));
  const file = path.join(folder, `file${ending}`);
  try {
    for (let turn = 0; turn < times; turn++) {
      writeFileSync(file, make(new Random("readers", what, turn)));
      const fault = await faultOf(() => read(file));
      attempts.count(1, fault && `${fault} (file ${turn})`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return attempts.row;
}

async function faultOf(read: () => unknown): Promise<string | undefined> {
  const [began, before] = [performance.now(), process.memoryUsage().rss];
  let fault: string | undefined;
  try {
    await read();
  } catch (error) {
    const { message, stack } = error as Error;
    if (!(error instanceof Error) || internal.test(message)) fault = String(stack ?? error).slice(0, 400);
  }
  const seconds = (performance.now() - began) / 1000;
  if (seconds > most.seconds) return `it took ${seconds.toFixed(1)} s`;
  const bytes = process.memoryUsage().rss - before;
  return bytes > most.bytes ? `it took ${bytes} bytes` : fault;
}
