/**
 * What has been printed to one stream, as a terminal would show it: after a carriage return, new text overwrites the
 * start of its line. Each character is looked at once, however long the text has become.
 */
export class StreamText {
  /** Whole lines. */
  #lines = "";
  /** Of the last line, what carriage returns have put behind the cursor. */
  #covered = "";
  /** Of the last line, what was written since. */
  #current = "";
  #returns = 0;

  /** Adds a piece, which may begin and end anywhere, also between a carriage return and a line feed. */
  add(text: string): void {
    const pieces = text.split("\n");
    pieces.forEach((piece, index) => {
      if (index > 0) this.#endLine();
      this.#write(piece);
    });
  }

  /** A line that may still grow keeps what is visible and, after a carriage return, what has overwritten it so far. */
  get text(): string {
    const isVisible = this.#returns > 0 && this.#current.length < this.#covered.length;
    return this.#lines + (isVisible ? `${this.#covered}\r${this.#current}` : this.#current);
  }

  #write(piece: string): void {
    if (!piece.includes("\r")) {
      this.#current += piece;
      return;
    }
    const [first, ...others] = piece.split("\r");
    this.#current += first;
    for (const part of others) {
      this.#covered = this.#shown();
      this.#current = part;
      this.#returns++;
    }
  }

  #endLine(): void {
    const isOfWindows = this.#returns === 1 && this.#current === "";
    this.#lines += isOfWindows ? `${this.#covered}\r\n` : `${this.#shown()}\n`;
    this.#covered = this.#current = "";
    this.#returns = 0;
  }

  #shown(): string {
    return this.#current + this.#covered.slice(this.#current.length);
  }
}
