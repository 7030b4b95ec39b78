let take: () => string | undefined = () => undefined;

/** Called by the notebook session: sets how to take the run that the running cell is to resume. */
export function setRunToResume(given: (() => string | undefined) | undefined): void {
  take = given ?? (() => undefined);
}

/** The id of the run that the running cell is to resume instead of beginning a new one; given once. */
export function takeRunToResume(): string | undefined {
  return take();
}
