/** What `aen doctor` found out about one thing that AEN Notebook can use. */
export interface Finding {
  /** What was checked, e.g. "ffmpeg". */
  readonly subject: string;
  readonly state: "ready" | "missing" | "needed";
  /** What was found: a version, a device, a path. */
  readonly detail: string;
  /** How to get what is missing, and what it is for. */
  readonly remedy?: string;
}

/** Something that is available. */
export function ready(subject: string, detail: string): Finding {
  return { subject, state: "ready", detail };
}

/** Something that is missing and that only one feature needs. */
export function missing(subject: string, detail: string, remedy: string): Finding {
  return { subject, state: "missing", detail, remedy };
}

/** Something that is missing and without which AEN Notebook does not work. */
export function needed(subject: string, detail: string, remedy: string): Finding {
  return { subject, state: "needed", detail, remedy };
}
