/** The script of an HTML page with rich HTML of outputs, which stands in frames. */
import { followHeights } from "./frameHeights.js";

followHeights();
