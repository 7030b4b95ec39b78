type StreamName = "stdout" | "stderr";

/**
 * Writes what a run tells to a terminal, a pipe or a file. A reader that closes its end early (`| head -1`) costs the
 * run nothing: what would go there is dropped.
 */
export class TerminalOutput {
  readonly #closed = new Set<StreamName>();
  readonly #release: (() => void)[];
  /** Whether a line is shown that the next one replaces. */
  #hasProgress = false;

  constructor() {
    this.#release = (["stdout", "stderr"] as const).map((name) => this.#survive(name));
  }

  write(name: StreamName, text: string): void {
    this.#clearProgress();
    if (!this.#closed.has(name)) process[name].write(text);
  }

  /** A line about the run itself, beside what its cells print. */
  note(line: string): void {
    this.write("stderr", process.stderr.isTTY ? `\x1b[2m${line}\x1b[0m\n` : `${line}\n`);
  }

  /** A line that the next one replaces if stderr is a terminal. */
  progress(line: string): void {
    if (!process.stderr.isTTY) return this.write("stderr", `${line}\n`);
    this.#clearProgress();
    process.stderr.write(`${line}\r`);
    this.#hasProgress = true;
  }

  /** Takes the last line of progress away. */
  close(): void {
    this.#clearProgress();
  }

  /** Stops to listen; a stream that is closed already keeps its listener, because later writes fail as well. */
  release(): void {
    this.#release.forEach((release) => release());
  }

  #clearProgress(): void {
    if (this.#hasProgress) process.stderr.write("\x1b[2K");
    this.#hasProgress = false;
  }

  #survive(name: StreamName): () => void {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code !== "EPIPE") throw error;
      if (this.#closed.has(name)) return;
      this.#closed.add(name);
      if (name === "stdout")
        this.note(
          "Nobody reads this output any more. The cells go on, and the notebook keeps what they print.",
        );
    };
    process[name].on("error", failed);
    return () => {
      if (!this.#closed.has(name)) process[name].off("error", failed);
    };
  }
}
