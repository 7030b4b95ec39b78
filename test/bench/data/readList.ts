import { dfewLabels } from "../../../kernel/aen/labels.js";
import { readAnnotationList } from "../../../kernel/aen/sources/annotations/annotationList.js";

/** In a process of its own: reads and checks the list named on the command line; prints the time and the memory. */
const begun = performance.now();
const entries = await readAnnotationList(process.argv[2], { labels: dfewLabels });
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage();
const figures = {
  clips: entries.length,
  seconds: +seconds.toFixed(3),
  cpuSecondsOfTheProcess: +((user + system) / 1e6).toFixed(3),
  mostMegabytesOfTheProcess: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.log(JSON.stringify(figures));
