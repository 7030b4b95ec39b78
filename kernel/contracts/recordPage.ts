import type { ClipPrediction } from "./clipPrediction.js";
import type { Labels } from "./labels.js";
import type { AblationBoardPayload } from "./payloads/ablationBoard.js";
import type { BoardSource } from "./runs/boardSource.js";
import type { RunNotes } from "./runs/runNotes.js";

/**
 * The page of a recorded run, of a study, or of a comparison. The extension makes it, with all texts in the user's
 * language, and `media/recordPage` draws it.
 */
export interface RecordPage {
  readonly title: string;
  /** State, device and the like, in one line. */
  readonly subtitle: string;
  readonly actions: readonly PageAction[];
  /** Null where there is nothing to take notes on, as for a comparison. */
  readonly notes: NotesForm | null;
  readonly sections: readonly PageSection[];
}

/** A button. */
export interface PageAction {
  readonly id: string;
  readonly label: string;
}

export interface NotesForm {
  readonly value: RunNotes;
  readonly words: {
    readonly heading: string;
    readonly name: string;
    readonly tags: string;
    readonly tagsHint: string;
    readonly text: string;
    /** Said once what was typed has been written. */
    readonly saved: string;
  };
}

export interface PageSection {
  readonly heading: string;
  readonly parts: readonly PagePart[];
}

export type PagePart =
  | { readonly part: "text"; readonly text: string; readonly action?: PageAction }
  | { readonly part: "code"; readonly text: string }
  | TablePart
  | { readonly part: "view"; readonly source: ViewSource };

/** A table; the first cell of a row names it. */
export interface TablePart {
  readonly part: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The text that opens it, where it is closed at first. */
  readonly summary?: string;
}

/** Predictions under the name of their run. */
export interface NamedPredictions {
  readonly name: string;
  readonly predictions: readonly ClipPrediction[];
}

/** The course of a run, for curves over each other. */
export interface RunCurve {
  readonly name: string;
  readonly epochs: readonly CurveEpoch[];
}

export interface CurveEpoch {
  /** Counted from 1. */
  readonly epoch: number;
  readonly loss: number | null;
  /** UAR on the validation or test clips, 0 to 1; null where it was not evaluated. */
  readonly uar: number | null;
}

/** What a view is drawn from. */
export type ViewSource =
  | { readonly draws: "training-board"; readonly run: BoardSource }
  | {
      readonly draws: "confusion-matrix";
      readonly labels: Labels;
      readonly predictions: readonly ClipPrediction[];
    }
  | {
      readonly draws: "confusion-difference";
      readonly labels: Labels;
      /** At least two; the page subtracts the first from the second, and offers the others. */
      readonly runs: readonly NamedPredictions[];
      readonly words: { readonly of: string; readonly minus: string };
    }
  | {
      readonly draws: "run-curves";
      readonly runs: readonly RunCurve[];
      readonly words: { readonly uar: string; readonly loss: string; readonly epoch: string };
    }
  | {
      readonly draws: "ablation-board";
      /** Without the arms' clips. */
      readonly payload: AblationBoardPayload;
      /** Of each arm, in the payload's order. */
      readonly predictions: readonly (readonly ClipPrediction[])[];
    };

/** From the page to the extension. */
export type PageMessage =
  | { readonly type: "ready" }
  | { readonly type: "action"; readonly action: string }
  | { readonly type: "notes"; readonly notes: RunNotes };

/** From the extension to the page. */
export type PageUpdate = { readonly type: "page"; readonly page: RecordPage } | { readonly type: "saved" };
