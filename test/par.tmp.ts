import { readFileSync } from "node:fs";
import { compareFixture } from "../kernel/aen/parity/compareFixture.js";
import { isWithin } from "../kernel/aen/parity/deviation.js";
const f = JSON.parse(readFileSync(process.argv[2], "utf8"));
const t = Date.now();
const all = await compareFixture(f, { device: process.argv[3] as any, onPart: (p) => console.log((Date.now()-t)/1000, p) });
const groups = new Map<string, any>();
for (const d of all) { const g = groups.get(d.group) ?? { n: 0, bad: 0, worst: -1, share: 0 }; g.n++; if (!isWithin(d)) { g.bad++; if (g.bad < 4) console.log("BAD", d); } if (!(d.deviation <= g.worst)) { g.worst = d.deviation; g.rec = d.record; } groups.set(d.group, g); }
for (const [k, g] of groups) console.log(k.padEnd(36), g.n, g.bad, g.worst, g.rec);
console.log((Date.now()-t)/1000, "s");
