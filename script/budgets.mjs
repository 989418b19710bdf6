// Holds the built site against script/budgets.json. `BUDGET_SCALE=0.1` shows that it can fail.
import { readFileSync } from "node:fs";
import { sizes } from "./sizes.mjs";
import { isOfWorker } from "./workers.mjs";

const root = process.argv[2] ?? "dist";
const scale = Number(process.env.BUDGET_SCALE ?? 1);
const all = sizes(root);
const page = readFileSync(`${root}/index.html`, "utf8");
// What the page names, and what boot.js asks for before the first screen stands.
const boot = all.find(({ name }) => /^boot-/.test(name))?.name;
const asked = page + (boot ? readFileSync(`${root}/${boot}`, "utf8") : "");
// Of the workers it only knows the names.
const first = all.filter(({ name }) => name === "index.html" || (asked.includes(name.split("/").pop()) && !isOfWorker(name)));
const worker = readFileSync(`${root}/sw.js`, "utf8");
const held = all.filter(({ name }) => name === "index.html" || name === "sw.js" || worker.includes(JSON.stringify(name)));
const measured = { "first screen": first, "held offline": held };

let failed = 0;
for (const { what, most_kB, why } of JSON.parse(readFileSync("script/budgets.json", "utf8"))) {
  const kB = measured[what].reduce((sum, { brotli }) => sum + brotli, 0) / 1000;
  const over = kB > most_kB * scale;
  failed += over;
  console.log(`${over ? "over  " : "within"} ${what}: ${kB.toFixed(1)} kB of ${most_kB * scale} kB (brotli)`);
  if (over) {
    console.log(`  ${why}\n  The largest files in it:`);
    for (const { name, brotli } of measured[what].slice(0, 5)) console.log(`  ${(brotli / 1000).toFixed(1)} kB ${name}`);
  }
}
process.exit(failed ? 1 : 0);
