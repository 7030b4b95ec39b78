/** The part of JupyterLab 4's notebooks that exercises use, in addition to jupyterlab.ts. */
import type { LessonCell } from "../../../kernel/exercises/exerciseCell.js";
import type { SessionContext, Signal, Widget } from "../jupyterlab.js";

export interface LessonPanel {
  readonly content: LessonNotebook;
  /** Between the toolbar and the notebook. A widget in it is as high as its `min-height`. */
  readonly contentHeader: { addWidget(widget: Widget): void };
  readonly sessionContext: SessionContext;
  readonly disposed: Signal<unknown>;
}

export interface LessonNotebook {
  readonly widgets: readonly CellWidget[];
  /** Null until the file has been read. */
  readonly model: NotebookModel | null;
  readonly modelChanged: Signal<unknown>;
  activeCellIndex: number;
  /** Takes the focus. */
  activate(): void;
}

export interface NotebookModel {
  /** Of cells, too: their text, their metadata and their outputs. */
  readonly contentChanged: Signal<unknown>;
  readonly sharedModel: SharedNotebook;
}

export type Metadata = Readonly<Record<string, unknown>>;

/** The notebook's own data. What is changed in one transaction is undone in one step. */
export interface SharedNotebook {
  getMetadata(): Metadata;
  transact(change: () => void): void;
  deleteCell(at: number): void;
  insertCells(at: number, cells: readonly (LessonCell & { readonly id?: string })[]): void;
}

export interface CellWidget extends Widget {
  /** Once its parts are on the page: its header, its input and, of code, its outputs. */
  readonly ready: Promise<void>;
  readonly layout: { insertWidget(place: number, widget: Widget): void };
  readonly model: CellModel;
}

export interface CellModel {
  readonly sharedModel: {
    readonly cell_type: string;
    getSource(): string;
    setSource(source: string): void;
    getMetadata(): Metadata;
    /** Leaves fields that are not given as they are. */
    setMetadata(metadata: Metadata): void;
    deleteMetadata(field: string): void;
    /** Edits that follow one another within half a second are undone in one step, unless it stops capturing in between. */
    readonly undoManager?: { stopCapturing(): void } | null;
  };
  /** Of code. */
  readonly executionCount?: number | null;
  readonly outputs?: { toJSON(): readonly CellOutput[] };
  clearExecution?(): void;
}

/** An output as nbformat has it. */
export interface CellOutput {
  readonly output_type: string;
  readonly data?: Metadata;
  readonly evalue?: string;
}

export interface LessonTracker {
  readonly currentWidget: LessonPanel | null;
  forEach(each: (panel: LessonPanel) => void): void;
  readonly widgetAdded: Signal<LessonPanel>;
}

/** Runs cells one after the other, asking for a kernel where there is none. */
export type RunCells = (
  notebook: LessonNotebook,
  cells: readonly CellWidget[],
  session: SessionContext,
) => Promise<boolean>;
