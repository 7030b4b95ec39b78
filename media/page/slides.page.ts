/** The script of slides that `aen export --slides` wrote. */
import { SlideShow } from "./slideShow.js";

new SlideShow();
