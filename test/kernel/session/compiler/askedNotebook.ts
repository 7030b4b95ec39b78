import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type {
  AnswerTo,
  LanguageQuestion,
  LineRange,
  QuestionOf,
  TextChange,
  TextPlace,
} from "../../../../kernel/contracts/languageQuestions.js";
import { packageRoot } from "../../../../kernel/files/packageRoot.js";
import { LanguageFeatures } from "../../../../kernel/session/compiler/languageFeatures.js";
import { NotebookPlaces, type PlacedCell } from "../../../../kernel/session/compiler/notebookPlaces.js";
import { NotebookText } from "../../../../kernel/session/compiler/notebookText.js";
import { NotebookCompiler } from "../../../../kernel/session/compiler/notebookCompiler.js";

/** A notebook whose questions are asked at a mark, `|`, in one of its cells. */
export class AskedNotebook {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), "aen-asked-")));
  readonly compiler = new NotebookCompiler(this.folder, packageRoot, true);
  readonly #features = new LanguageFeatures(this.compiler);

  ask<Q extends LanguageQuestion>(question: Q, ...args: QuestionOf<Q>): AnswerTo<Q> {
    return this.#features.answer(question, args);
  }

  constructor() {
    process.once("exit", () => rmSync(this.folder, { recursive: true }));
  }

  /** The cells as files, and the marked one with the position in its file. */
  placed(...marked: string[]): { places: NotebookPlaces; cell: PlacedCell; position: number } {
    const [cells, at] = this.at(...marked);
    const places = new NotebookPlaces(this.compiler, new NotebookText(this.compiler).cells(cells), cells);
    const cell = places.cells[at.cell];
    return { places, cell, position: cell.start + at.offset };
  }

  file(name: string, text: string): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  at(...marked: string[]) {
    const cell = marked.findIndex((text) => text.includes("|"));
    const offset = marked[cell].indexOf("|");
    return [marked.map((text) => text.replace("|", "")), { cell, offset }] as const;
  }

  /** Places as "cell or file line:column-column". */
  shown(places: readonly TextPlace[]): string[] {
    const lines = ({ start, end }: LineRange) => `${start.line}:${start.character}-${end.character}`;
    const where = (place: TextPlace) => ("file" in place ? path.basename(place.file) : place.cell);
    return places.map((place) => `${where(place)} ${lines(place)}`).sort();
  }

  /** The cells and files after a renaming. */
  renamed(name: string, ...marked: string[]): string[] {
    const [cells, at] = this.at(...marked);
    const { changes, refusal } = this.ask("rename", cells, at, name);
    assert.equal(refusal, undefined);
    return this.changed(cells, changes);
  }

  /** The cells after changes; those in files are left out. */
  changed(cells: readonly string[], changes: readonly TextChange[]): string[] {
    const texts = cells.map((text) => text.split("\n"));
    const ordered = [...changes].sort((left, right) => right.start.character - left.start.character);
    for (const change of ordered) {
      if ("file" in change) continue;
      const { start, end } = change;
      const line = texts[change.cell][start.line];
      assert.equal(line.slice(start.character, end.character), change.was);
      texts[change.cell][start.line] =
        line.slice(0, start.character) + change.text + line.slice(end.character);
    }
    return texts.map((lines) => lines.join("\n"));
  }
}

/** One for all tests: reading the libraries takes seconds. */
export const notebook = new AskedNotebook();
