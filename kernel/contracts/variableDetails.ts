/** What a viewer shows of a variable. */
export type VariableDetails = NumberDetails | ClipsDetails | FramesDetails | TextDetails;

/** The numbers of a tensor, a typed array or an array. */
export interface NumberDetails {
  readonly kind: "numbers";
  readonly type: string;
  readonly shape: readonly number[];
  readonly count: number;
  readonly notANumber: number;
  readonly infinite: number;
  readonly zeros: number;
  /** Of the finite numbers; null where there is none. */
  readonly figures: {
    readonly least: number;
    readonly most: number;
    readonly mean: number;
    /** Standard deviation, of the numbers as a whole population. */
    readonly deviation: number;
  } | null;
  /** Counts of the finite numbers in bins of equal width from the least to the most. */
  readonly histogram: readonly number[];
  /** Which index of the leading dimensions the slice is of, one for each but the last two. */
  readonly index: readonly number[];
  /** The first rows and columns of that slice; null for what is not finite. */
  readonly slice: readonly (readonly (number | null)[])[];
}

/** A set of clips as a table. */
export interface ClipsDetails {
  readonly kind: "clips";
  readonly count: number;
  /** The first clips. */
  readonly clips: readonly ClipRow[];
  /** The clips that their source names and that are not in the set. */
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
}

export interface ClipRow {
  readonly id: string;
  /** The name of its emotion; "" for none. */
  readonly label: string;
  readonly person: string;
  readonly frames: number;
  /** What is to be known about it, such as frames without a face; "" for nothing. */
  readonly problem: string;
  /** Its middle frame as a data URI; "" where it has none or cannot be read. */
  readonly picture: string;
}

/** The frames of one clip. */
export interface FramesDetails {
  readonly kind: "frames";
  readonly id: string;
  readonly frameCount: number;
  readonly frames: readonly { readonly number: number; readonly picture: string; readonly words: string }[];
}

/** Anything else, as a terminal would show it. */
export interface TextDetails {
  readonly kind: "text";
  readonly text: string;
}
