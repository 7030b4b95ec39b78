/** The compiler of Vega-Lite, in a chunk of its own. */
import { Error as errorLevel, logger, type Spec } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

const quiet = logger(errorLevel);

/** A Vega-Lite specification in Vega's language. */
export function compileVegaLite(spec: object): Spec {
  return compile(spec as TopLevelSpec, { logger: quiet }).spec as Spec;
}
