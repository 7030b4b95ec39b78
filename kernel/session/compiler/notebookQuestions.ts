import type { CellPosition, LanguageQuestions } from "../../contracts/languageQuestions.js";
import { dataFlow } from "./dataFlow.js";
import { definitions, typeDefinitions } from "./definitions.js";
import { inlayHints } from "./inlayHints.js";
import type { NotebookCompiler } from "./notebookCompiler.js";
import { NotebookPlaces, type PlacedCell } from "./notebookPlaces.js";
import type { NotebookText } from "./notebookText.js";
import { quickFixes } from "./quickFixes.js";
import { references } from "./references.js";
import { rename, renameable } from "./renaming.js";

type About<T> = (places: NotebookPlaces, cell: PlacedCell, position: number) => T;

/** Answers an editor's questions about a notebook as its text stands. */
export class NotebookQuestions implements LanguageQuestions {
  constructor(
    readonly compiler: NotebookCompiler,
    readonly text: NotebookText,
  ) {}

  definitions: LanguageQuestions["definitions"] = (cells, at) => this.#at(cells, at, definitions);
  typeDefinitions: LanguageQuestions["typeDefinitions"] = (cells, at) => this.#at(cells, at, typeDefinitions);
  references: LanguageQuestions["references"] = (cells, at) => this.#at(cells, at, references);
  dataFlow: LanguageQuestions["dataFlow"] = (cells, at) => this.#at(cells, at, dataFlow);
  renameable: LanguageQuestions["renameable"] = (cells, at) => this.#at(cells, at, renameable);
  rename: LanguageQuestions["rename"] = (cells, at, name) =>
    this.#at(cells, at, (places, cell, position) => rename(places, cell, position, name));

  fixes: LanguageQuestions["fixes"] = (cells, from, to) =>
    this.#at(cells, from, (places, cell, start) =>
      quickFixes(places, cell, start, Math.max(0, to - from.offset)),
    );

  inlayHints: LanguageQuestions["inlayHints"] = (cells, from, to, preferences) =>
    this.#at(cells, from, (places, cell, start) =>
      inlayHints(places, cell, start, Math.max(0, to - from.offset), preferences),
    );

  #places(codes: readonly string[]): NotebookPlaces {
    return new NotebookPlaces(this.compiler, this.text.cells(codes), codes);
  }

  #at<T>(codes: readonly string[], { cell: index, offset }: CellPosition, ask: About<T>): T {
    const places = this.#places(codes);
    const cell = places.cells[index];
    if (!cell) throw new RangeError(`There is no cell ${index} among ${codes.length}.`);
    return ask(places, cell, cell.start + offset);
  }
}
