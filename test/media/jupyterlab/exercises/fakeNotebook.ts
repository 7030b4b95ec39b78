import { releaseLesson } from "../../../../kernel/course/releaseLesson.js";
import { type LessonCell, sourceOf } from "../../../../kernel/exercises/exerciseCell.js";
import type {
  CellOutput,
  CellWidget,
  LessonNotebook,
} from "../../../../media/jupyterlab/exercises/labNotebook.js";
import { smallLesson } from "../../../kernel/course/cells.js";
import { FakeSignal } from "../fakeSession.js";

/** A text, an answer, its check and a free answer, as students get them; the solution is shown. */
export const released = releaseLesson(smallLesson, "lesson.ipynb", ["check"]);

/** A notebook as JupyterLab has it open. */
export interface FakeNotebook extends LessonNotebook {
  readonly widgets: CellWidget[];
  /** What was done to it, in order. */
  readonly done: string[];
  /** The texts of its cells. */
  sources(): string[];
}

/** @param outputs of the check */
export function fakeNotebook(
  cells: readonly LessonCell[] = released.cells,
  outputs: readonly CellOutput[] = [],
  metadata: Readonly<Record<string, unknown>> = released.metadata,
): FakeNotebook {
  const done: string[] = [];
  const widgets = cells.map((cell) => fakeCell(cell, outputs));
  const sharedModel = {
    getMetadata: () => metadata,
    transact: (change: () => void) => change(),
    deleteCell: (at: number) => void (widgets.splice(at, 1), done.push(`delete ${at}`)),
    insertCells(at: number, inserted: readonly LessonCell[]) {
      widgets.splice(at, 0, ...inserted.map((cell) => fakeCell(cell, [])));
      done.push(`insert ${at}`);
    },
  };
  return {
    ...{ widgets, done, activeCellIndex: 0, modelChanged: new FakeSignal<unknown>() },
    model: { contentChanged: new FakeSignal<unknown>(), sharedModel },
    activate: () => void done.push("activate"),
    sources: () => widgets.map(({ model }) => model.sharedModel.getSource()),
  };
}

function fakeCell(cell: LessonCell, outputs: readonly CellOutput[]): CellWidget {
  let { metadata = {} } = cell;
  let source = sourceOf(cell);
  let shown = source.startsWith("if (Number") ? outputs : [];
  const sharedModel = {
    cell_type: cell.cell_type,
    getSource: () => source,
    setSource: (text: string) => void (source = text),
    getMetadata: () => metadata,
    setMetadata: (newer: typeof metadata) => void (metadata = { ...metadata, ...newer }),
    deleteMetadata(field: string) {
      const { [field]: _, ...rest } = metadata;
      metadata = rest;
    },
  };
  const code = {
    executionCount: shown.length > 0 ? 1 : null,
    outputs: { toJSON: () => shown },
    clearExecution: () => void (shown = []),
  };
  return {
    ...{ node: null!, isDisposed: false, setHidden: () => {}, dispose: () => {}, ready: Promise.resolve() },
    layout: { insertWidget: () => {} },
    model: { sharedModel, ...(cell.cell_type === "code" ? code : {}) },
  };
}
