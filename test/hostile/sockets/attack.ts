import { execFileSync } from "node:child_process";
import { Random } from "../../../kernel/random/random.js";
import { Attempts, type Row } from "../row.js";
import { KernelUnderAttack } from "./kernelUnderAttack.js";
import { hostileStream, socketNames } from "./streams.js";
import { throwAt } from "./throwAt.js";

/** The long attack: to kernels with and without a key, and by attackers with and without it. */
export async function attack(): Promise<Row[]> {
  execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
  const rows: Row[] = [];
  for (const [what, key, theirs] of [
    ["sockets, without the key", "secret", "guess"],
    ["sockets, with the key", "secret", "secret"],
    ["sockets of a kernel without a key", "", ""],
  ] as const)
    rows.push(await attackSockets(what, key, theirs, 10_000));
  return rows;
}

/**
 * Throws streams of all kinds at a kernel's five sockets, and looks after each fifty whether it is as before.
 * @param key the kernel's
 * @param theirs the key that the attacker signs with
 */
export async function attackSockets(what: string, key: string, theirs: string, times: number): Promise<Row> {
  const attempts = new Attempts(what);
  const kernel = await KernelUnderAttack.start(key);
  try {
    for (let turn = 0; turn < times; turn += 50) {
      const kinds = await volley(kernel, turn, Math.min(50, times - turn), theirs);
      const fault = await kernel.fault();
      attempts.count(
        kinds.length,
        fault && `${fault}, after streams ${turn} on: ${[...new Set(kinds)].join(", ")}`,
      );
      if (fault) break;
    }
  } finally {
    await kernel.end();
  }
  return attempts.row;
}

async function volley(
  kernel: KernelUnderAttack,
  from: number,
  count: number,
  key: string,
): Promise<string[]> {
  const thrown = Array.from({ length: count }, async (_, index) => {
    const turn = from + index;
    const random = new Random("hostile", turn, key);
    const socket = socketNames[random.integer(socketNames.length)];
    const { kind, bytes } = hostileStream(random, turn, socket, { key, scheme: "hmac-sha256" });
    const leave = (["end", "reset", "stay"] as const)[random.integer(3)];
    return { kind, release: await throwAt(kernel.portOf(socket), bytes, leave) };
  });
  const all = await Promise.all(thrown);
  // Those that stay are let go when later ones have come.
  held.push(...all.map(({ release }) => release));
  for (const release of held.splice(0, Math.max(0, held.length - 120))) release();
  return all.map(({ kind }) => kind);
}

const held: (() => void)[] = [];
