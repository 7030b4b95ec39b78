/** The script of slides that `aen export --slides` wrote. */
import { SlideShow } from "./slideShow.js";
import { speakAsPage } from "../words/pageLanguage.js";

speakAsPage();
new SlideShow();
