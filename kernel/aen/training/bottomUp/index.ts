import { evaluateStills } from "./evaluateStills.js";
import { fit } from "./fit.js";
import { startFrom } from "./startFrom.js";

/** The bottom-up branch by itself: trained on labelled stills, and evaluated on them. */
export const bottomUp = { fit, startFrom, evaluate: evaluateStills } as const;
