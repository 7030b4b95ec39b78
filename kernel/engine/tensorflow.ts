// In Node only the full package registers the kernels' gradients; tfjs-core alone has none.
import "@tensorflow/tfjs";
import { engine, type KernelBackend } from "@tensorflow/tfjs-core";

interface EngineInternals {
  readonly registry: Record<string, KernelBackend | undefined>;
  readonly registryFactory: Record<
    string,
    { factory: () => KernelBackend | Promise<KernelBackend> } | undefined
  >;
}

/**
 * On first use of its own backend tfjs prints a greeting that recommends packages to download; `aen doctor` reports
 * when they help. The factory is wrapped because tfjs may create the backend more than once.
 */
function silenceGreeting(): void {
  const { registry, registryFactory } = engine() as unknown as EngineInternals;
  if (registry.cpu) silence(registry.cpu);
  const entry = registryFactory.cpu;
  if (!entry) return;
  const { factory } = entry;
  entry.factory = () => {
    const made = factory();
    return made instanceof Promise ? made.then(silence) : silence(made);
  };
}

function silence(backend: KernelBackend): KernelBackend {
  return Object.assign(backend, { firstUse: false });
}

silenceGreeting();
