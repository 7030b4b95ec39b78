import type { ChannelName, JupyterMessage } from "../../contracts/jupyterMessages.js";
import { RefusalLog } from "./refusalLog.js";
import { SeenSignatures } from "./seenSignatures.js";
import { checkScheme, type SigningKey } from "./signature.js";
import type { JupyterConnection, Transport } from "./transport.js";
import { fromFrames, toFrames } from "./zeromqMessages.js";
import { ZmtpPublisher } from "./zmtp/zmtpPublisher.js";
import { ZmtpRouter } from "./zmtp/zmtpRouter.js";
import { type ZmtpAddress, ZmtpServer } from "./zmtp/zmtpServer.js";

const linger = 2000;

/** What a request may hold. Jupyter sets no limit; JavaScript's strings end at about 512 MiB. */
const requestLimits = { bytes: 256 << 20, frames: 1024 };
const heartbeatLimits = { bytes: 1 << 12, frames: 16 };

type Asked = Exclude<ChannelName, "iopub">;

/** Carries messages over the five ZeroMQ sockets of a Jupyter connection file. */
export class ZeromqTransport implements Transport {
  readonly #routers: Record<Asked, ZmtpRouter>;
  /** Never drops a message; the session limits how much a cell may output. */
  readonly #iopub: ZmtpPublisher;
  readonly #heartbeat: ZmtpServer;
  readonly #key: SigningKey;
  readonly #seen = new SeenSignatures();
  readonly #log = new RefusalLog();
  #onMessage: (message: JupyterMessage) => void = () => {};

  /** @throws Error when the connection file names an unknown signature scheme */
  constructor(readonly connection: JupyterConnection) {
    this.#key = { key: connection.key, scheme: connection.signature_scheme };
    checkScheme(this.#key);
    const onRefused = (channel: string) => (reason: string) =>
      this.#log.note(`A connection to ${channel} was ended`, reason);
    const router = (channel: Asked) =>
      new ZmtpRouter({ limits: requestLimits, onRefused: onRefused(channel) }, (frames) =>
        this.#receive(channel, frames),
      );
    this.#routers = { shell: router("shell"), control: router("control"), stdin: router("stdin") };
    this.#iopub = new ZmtpPublisher({ onRefused: onRefused("iopub") });
    this.#heartbeat = new ZmtpServer({
      ...{ type: "REP", limits: heartbeatLimits, onRefused: onRefused("the heartbeat") },
      onMessage: (peer, frames) => peer.send(frames),
    });
  }

  async start(onMessage: (message: JupyterMessage) => void, onLost: () => void): Promise<void> {
    this.#onMessage = onMessage;
    const { shell_port, control_port, stdin_port, iopub_port, hb_port } = this.connection;
    await this.#heartbeat.listen(this.#address(hb_port));
    await this.#iopub.server.listen(this.#address(iopub_port));
    await this.#routers.stdin.server.listen(this.#address(stdin_port));
    await this.#routers.control.server.listen(this.#address(control_port));
    await this.#routers.shell.server.listen(this.#address(shell_port));
    watchParent(onLost);
  }

  async send(message: JupyterMessage): Promise<void> {
    const socket = message.channel === "iopub" ? this.#iopub : this.#routers[message.channel];
    socket.send(toFrames(message, this.#key));
  }

  async close(): Promise<void> {
    const answering = [...Object.values(this.#routers), this.#iopub].map(({ server }) =>
      server.close(linger),
    );
    await Promise.all([...answering, this.#heartbeat.close(0)]);
  }

  #address(port: number): ZmtpAddress {
    const { transport, ip } = this.connection;
    return transport === "ipc" ? { path: `${ip}-${port}` } : { ip, port };
  }

  /** Whether the message was genuine. */
  #receive(channel: Asked, frames: Buffer[]): boolean {
    try {
      const message = fromFrames(frames, channel, this.#key, this.#seen);
      this.#onMessage(message);
      return true;
    } catch (error) {
      this.#log.note(`A message on ${channel} was ignored`, (error as Error).message);
      return false;
    }
  }
}

/** Ends the kernel with the program that started it, if that program has identified itself. */
function watchParent(onLost: () => void): void {
  if (!process.env.JPY_PARENT_PID || process.platform === "win32") return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && onLost(), 1000).unref();
}
