import { spawnSync } from "node:child_process";
import { createInterface, type Interface } from "node:readline";

/** Answers a notebook's `input()` with the lines of this process's standard input: typed, piped or from a file. */
export class TerminalInput {
  #reader: Interface | undefined;
  #lines: AsyncIterator<string> | undefined;

  constructor(readonly stream: NodeJS.ReadStream = process.stdin) {}

  /**
   * The next line. The prompt goes to stderr, so that stdout holds only what the cells print.
   *
   * @throws Error when the input has ended
   */
  async ask(prompt: string, password: boolean): Promise<string> {
    process.stderr.write(prompt);
    const isHidden = password && this.stream.isTTY;
    if (isHidden) spawnSync("stty", ["-echo"], { stdio: "inherit" });
    try {
      const { value, done } = await this.#next();
      if (done) throw new Error("input() has no answer: the standard input of this program has ended.");
      return value as string;
    } finally {
      if (isHidden) spawnSync("stty", ["echo"], { stdio: "inherit" });
    }
  }

  /** Leaves the input to others. */
  close(): void {
    this.#reader?.close();
  }

  #next(): Promise<IteratorResult<string, unknown>> {
    this.#reader ??= createInterface({ input: this.stream, terminal: false });
    this.#lines ??= this.#reader[Symbol.asyncIterator]();
    return this.#lines.next();
  }
}
