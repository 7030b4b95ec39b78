/** The Vega-Lite compiler, in its own chunk. */
import { Error as errorLevel, logger, type Spec } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

const quiet = logger(errorLevel);

/** Compiles a Vega-Lite specification to Vega. */
export function compileVegaLite(spec: object): Spec {
  return compile(spec as TopLevelSpec, { logger: quiet }).spec as Spec;
}
