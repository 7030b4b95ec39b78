import type { ViewReply, ViewRequest } from "../../../kernel/contracts/viewMessages.js";
import type { Comm, Kernel, SessionContext, Signal } from "../../../media/jupyterlab/jupyterlab.js";

/** A signal as Lumino's. */
export class FakeSignal<Args> implements Signal<Args> {
  readonly slots = new Set<(sender: unknown, args: Args) => void>();
  connect(slot: (sender: unknown, args: Args) => void): boolean {
    return this.slots.size < this.slots.add(slot).size;
  }
  disconnect(slot: (sender: unknown, args: Args) => void): boolean {
    return this.slots.delete(slot);
  }
  emit(args: Args): void {
    for (const slot of this.slots) slot(this, args);
  }
}

/** A kernel that keeps what it is sent, comm by comm. */
export class FakeKernel implements Kernel {
  readonly comms: (Comm & { readonly target: string; readonly sent: ViewRequest[]; opened: boolean })[] = [];
  readonly info: Kernel["info"];

  constructor(implementation = "aen") {
    this.info = Promise.resolve({ implementation });
  }

  createComm(target: string): Comm {
    const comm = {
      ...{ target, sent: [] as ViewRequest[], opened: false, isDisposed: false },
      open: () => (comm.opened = true),
      send: (request: ViewRequest) => comm.sent.push(request),
      onMsg: () => {},
      onClose: () => {},
    };
    this.comms.push(comm);
    return comm;
  }

  answer(reply: ViewReply): void {
    this.comms.at(-1)!.onMsg({ content: { data: reply } });
  }
}

/** A notebook's session, whose kernel may be another, or none. */
export class FakeSession implements SessionContext {
  readonly ready = Promise.resolve();
  readonly kernelChanged = new FakeSignal<unknown>();
  readonly statusChanged = new FakeSignal<string>();
  constructor(public kernel: FakeKernel | null) {}
  get session(): SessionContext["session"] {
    return { kernel: this.kernel };
  }
}
