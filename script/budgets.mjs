// Holds the built site against script/budgets.json, and says what grew where it is over. `BUDGET_SCALE=0.1` shows that it
// can fail; `UPDATE=1` notes what the site is made of now, for whoever is over the next time.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { BASELINE, COMPOSITION, grown } from "./composition.mjs";
import { sizes } from "./sizes.mjs";
import { isOfWorker } from "./workers.mjs";

const root = process.argv[2] ?? "dist";
const scale = Number(process.env.BUDGET_SCALE ?? 1);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const all = sizes(root);
const page = readFileSync(`${root}/index.html`, "utf8");
// What the page names, and what boot.js asks for before the first screen stands.
const boot = all.find(({ name }) => /^boot-/.test(name))?.name;
const asked = page + (boot ? readFileSync(`${root}/${boot}`, "utf8") : "");
// Of the workers it only knows the names, and of what comes later as long as no notebook lies there.
const first = all.filter(({ name }) => name === "index.html" || (asked.includes(name.split("/").pop()) && !isOfWorker(name) && !/^later-[0-9a-f]+\.wasm$/.test(name)));
const worker = readFileSync(`${root}/sw.js`, "utf8");
const held = all.filter(({ name }) => name === "index.html" || name === "sw.js" || worker.includes(JSON.stringify(name)));
const measured = { "first screen": first, "held offline": held };

const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
/** Files by their names without what changes with the content, with brotli; and the code of each part, unpacked. */
const now = () => ({
  files: Object.fromEntries(held.map(({ name, brotli }) => [name.replace(/-[0-9a-f]{16}/, ""), brotli])),
  code: existsSync(COMPOSITION) ? read(COMPOSITION) : {},
});

/** Says what grew since the budgets were set; of a part of the site alone, if one is named. */
function tellWhatGrew(part) {
  const before = read(BASELINE);
  const { files, code } = now();
  const tell = (what, list, total) => {
    if (list.length > 0) console.log(`  ${what}:\n${list.slice(0, 12).map(([name, more, bytes]) => `  ${kB(more)} kB more (${kB(bytes).trim()} kB) ${name}`).join("\n")}`);
    else if (total) console.log(`  ${what}: nothing`);
  };
  tell("Files that grew since the budgets were set, with brotli", grown(before.files, files), true);
  if (Object.keys(code).length === 0) console.log("  What the code is made of is not known: build the site with script/build.");
  for (const [name, sizes] of Object.entries(code)) {
    if (part === "held offline" || part === name) tell(`Code of the ${name} that grew, unpacked`, grown(before.code[name] ?? {}, sizes), true);
  }
}

if (process.env.UPDATE) {
  writeFileSync(BASELINE, `${JSON.stringify(now(), (_, value) => (value && !Array.isArray(value) && typeof value === "object" ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value), 1)}\n`);
  console.log(`${BASELINE} says what the site is made of now.`);
}
let failed = 0;
for (const { what, most_kB, why } of read("script/budgets.json")) {
  const sum = measured[what].reduce((sum, { brotli }) => sum + brotli, 0) / 1000;
  const over = sum > most_kB * scale;
  failed += over;
  console.log(`${over ? "over  " : "within"} ${what}: ${sum.toFixed(1)} kB of ${most_kB * scale} kB (brotli)`);
  if (over) {
    console.log(`  ${why}\n  The largest files in it:`);
    for (const { name, brotli } of measured[what].slice(0, 5)) console.log(`  ${kB(brotli)} kB ${name}`);
    tellWhatGrew(what);
  }
}
process.exit(failed ? 1 : 0);
