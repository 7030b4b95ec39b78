import {
  noRunIsAlive,
  type ViewReply,
  type ViewRequest,
  viewCommTarget,
} from "../../kernel/contracts/viewMessages.js";
import type { Comm, Kernel, SessionContext } from "./jupyterlab.js";
import { worded } from "../../kernel/words/words.js";

/** What our kernel calls itself in its answer to `kernel_info_request`. */
const implementation = "aen";

/** The states of a kernel in which nothing of it is left, or will be. */
const endings = new Set(["restarting", "autorestarting", "terminating", "dead", "unknown"]);

/** Carries messages between the views of one notebook and its kernel, over one comm. Other kernels are left alone. */
export class KernelChannel {
  readonly #listeners = new Set<(reply: ViewReply) => void>();
  #comm: { readonly kernel: Kernel; readonly comm: Promise<Comm | null> } | undefined;

  constructor(private readonly session: SessionContext) {
    session.kernelChanged.connect(this.#ended);
    session.statusChanged.connect(this.#statusChanged);
  }

  /** Sends a view's message; where there is no kernel of ours, the view is told. */
  async send(request: ViewRequest): Promise<void> {
    const comm = await this.#open();
    if (comm) comm.send(request);
    else for (const reply of answersWithoutKernel(request)) this.#tell(reply);
  }

  /** Listens to the kernel; returns a function that stops listening. */
  onMessage(listener: (reply: ViewReply) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  dispose(): void {
    this.session.kernelChanged.disconnect(this.#ended);
    this.session.statusChanged.disconnect(this.#statusChanged);
    this.#listeners.clear();
  }

  #open(): Promise<Comm | null> {
    const kernel = this.session.session?.kernel;
    if (!kernel) return Promise.resolve(null);
    if (this.#comm?.kernel !== kernel) this.#comm = { kernel, comm: this.#opened(kernel) };
    return this.#comm.comm;
  }

  async #opened(kernel: Kernel): Promise<Comm | null> {
    if ((await kernel.info).implementation !== implementation) return null;
    const comm = kernel.createComm(viewCommTarget);
    comm.onMsg = ({ content }) => this.#tell(content.data as ViewReply);
    comm.onClose = () => (this.#comm = undefined);
    comm.open({});
    return comm;
  }

  readonly #statusChanged = (_: unknown, status: string): void => {
    if (endings.has(status)) this.#ended();
  };

  readonly #ended = (): void => {
    this.#comm = undefined;
    this.#tell(noRunIsAlive(null));
  };

  #tell(reply: ViewReply): void {
    for (const listener of [...this.#listeners]) listener(reply);
  }
}

function answersWithoutKernel(request: ViewRequest): ViewReply[] {
  const message = worded("No kernel is running. Run the cell again to continue.");
  if (request.type === "run-alive") return [noRunIsAlive(request.run)];
  if (request.type === "clip-frames" || request.type === "what-if")
    return [{ type: request.type, request: request.request, message }];
  return [];
}
