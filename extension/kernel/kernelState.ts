/** How the kernel of a notebook stands. */
export type KernelState = "not started" | "starting" | "idle" | "busy" | "dead";
