import { parentPort } from "node:worker_threads";
import { doTask, type LoaderTask } from "./loaderTask.js";

const port = parentPort!;
port.on("message", async (task: LoaderTask) => {
  const reply = await doTask(task);
  port.postMessage(reply, "pixels" in reply ? [reply.pixels.buffer as ArrayBuffer] : []);
});
