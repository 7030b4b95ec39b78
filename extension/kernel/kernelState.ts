/** The state of a notebook's kernel. */
export type KernelState = "not started" | "starting" | "idle" | "busy" | "dead";
