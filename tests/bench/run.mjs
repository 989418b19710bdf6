// Runs all measurements, or those that are named, and writes the table when none was left out: see script/bench.
import { RUNS } from "./measure.mjs";
import { files, lists, openings, ranking } from "./notebooks.mjs";
import { write } from "./table.mjs";
import { firstVisits } from "./visit.mjs";

const PARTS = { visit: firstVisits, notebook: openings, file: files, lists, ranking };
const named = process.argv.slice(2);
for (const [name, part] of Object.entries(PARTS)) if (named.length === 0 || named.includes(name)) await part();
if (named.length === 0 && !process.env.RUNS && !process.env.SIZES) write(RUNS);
process.exit(0);
