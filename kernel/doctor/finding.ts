/** What `aen doctor` found out about one thing that AEN Notebook can use. */
export interface Finding {
  /** What was looked for, e.g. "ffmpeg". */
  readonly subject: string;
  readonly state: "ready" | "missing" | "needed";
  /** What is there: a version, a device, a path. */
  readonly detail: string;
  /** How to get what is missing, and what it is good for. */
  readonly remedy?: string;
}

/** A thing that is there. */
export function ready(subject: string, detail: string): Finding {
  return { subject, state: "ready", detail };
}

/** A thing that is not there, and that nothing but one feature misses. */
export function missing(subject: string, detail: string, remedy: string): Finding {
  return { subject, state: "missing", detail, remedy };
}

/** A thing that is not there and without which AEN Notebook does not work. */
export function needed(subject: string, detail: string, remedy: string): Finding {
  return { subject, state: "needed", detail, remedy };
}
