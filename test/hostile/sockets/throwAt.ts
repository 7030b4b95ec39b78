import { connect } from "node:net";

/**
 * Sends bytes to a port and leaves, by an end or by a reset, or stays until `release` is called.
 * @returns once the bytes are gone, or the other side has ended the connection
 */
export function throwAt(port: number, bytes: Buffer, leave: "end" | "reset" | "stay"): Promise<() => void> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const release = () => void socket.destroy();
    socket.on("error", () => resolve(release));
    socket.on("close", () => resolve(release));
    socket.resume();
    socket.write(bytes, () => {
      if (leave === "end") socket.end();
      else if (leave === "reset") socket.resetAndDestroy();
      else resolve(release);
    });
  });
}
