import { type InspectorNotification, Session } from "node:inspector";

/**
 * The inspector of the main thread, as seen from another one. What the thread tells comes later, some of it after
 * {@link ThreadInspector.end}: that is not heard, and nothing is posted then. A bare session would throw, which ends
 * the process.
 */
export class ThreadInspector {
  readonly #session = new Session();
  #isOpen = true;

  constructor() {
    this.#session.connectToMainThread();
  }

  /** Hears a notification. */
  on<Params extends object>(method: string, hear: (params: Params) => void): void {
    this.#session.on(method, ({ params }: InspectorNotification<Params>) => {
      if (this.#isOpen) hear(params);
    });
  }

  /** @param hear takes the answer; undefined if the thread refuses */
  post<Answer extends object>(method: string, params: object = {}, hear?: (answer?: Answer) => void): void {
    if (!this.#isOpen) return;
    this.#session.post(method, params, (error, answer) => {
      if (this.#isOpen) hear?.(error ? undefined : (answer as Answer));
    });
  }

  /** Releases the thread, wherever it is, also from a pause that is still to come. */
  end(): void {
    this.post("Debugger.disable");
    this.#isOpen = false;
    this.#session.disconnect();
  }
}
