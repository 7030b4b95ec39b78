import { parentPort, workerData } from "node:worker_threads";

/** What a thread sends back: what it was given. */
parentPort?.postMessage(workerData);
