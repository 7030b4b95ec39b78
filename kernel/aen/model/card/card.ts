import { displayMethod, type Displayable, type MimeBundle } from "../../../contracts/mimeBundle.js";
import { writeAtomically } from "../../../files/writeAtomically.js";

/** A card as Markdown that displays itself and can be saved. */
export abstract class Card implements Displayable {
  /** Markdown. */
  abstract toString(): string;

  /**
   * Writes the card as a Markdown file, whole or not at all; creates missing folders.
   * @throws the system's error (ENOSPC, EACCES, ...); the old file is then as it was
   */
  async save(file: string): Promise<void> {
    writeAtomically(file, this.toString());
  }

  [displayMethod](): MimeBundle {
    return { "text/markdown": this.toString(), "text/plain": this.toString() };
  }
}
