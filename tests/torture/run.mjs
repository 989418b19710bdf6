// Runs what script/torture is asked for, with figures at the end, and says how to go on where it ended.
import { parseArgs } from "node:util";
import { faults } from "./faults.mjs";
import { kill } from "./kill.mjs";
import { lies } from "./lies.mjs";
import { inWords, tabs } from "./tabs.mjs";

const { values, positionals: [what, many] } = parseArgs({ allowPositionals: true, options: { seed: { type: "string", default: "1" }, from: { type: "string", default: "0" } } });
const [seed, from] = [Number(values.seed), Number(values.from)];
const log = (line) => console.log(line);
// Whatever ends this process takes the browsers with it that it started.
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

async function killing(moments) {
  log(`Killing the browser at ${moments} moments, seed ${seed}, from ${from}. To go on after a moment N: script/torture kill ${moments} --seed ${seed} --from N`);
  // The last moment has one number, wherever the run began.
  const { acknowledged, survived, gone, lost, torn, wrong, rounds, reopened } = await kill({ moments: moments - from, seed, from, log });
  log(`${rounds} moments: ${acknowledged} changes acknowledged, ${lost} of them lost; on the way at a kill: ${survived} kept, ${gone} gone; ${torn} kills tore a record of the browser; opened again after ${middle(reopened)} ms in the middle, at most ${Math.max(...reopened)} ms`);
  for (const line of wrong) log(line);
  if (wrong.length) process.exitCode = 1;
}

async function writing(edits) {
  log(`Writing ${edits} edits in two tabs, seed ${seed}`);
  const figures = await tabs({ edits, seed, log });
  log(`${edits} edits, ${figures.acknowledged} acknowledged, none of them lost; ${figures.crashes} crashes`);
  for (const line of inWords(figures)) log(line);
}

async function failing() {
  log(`Letting one call to a store fail, each in turn, from ${from || 1}`);
  const { visits, calls, told } = await faults({ from: from || 1, only: many ?? "", log });
  log(`${visits} visits, one for each of ${calls} calls: nothing that was called saved was missing, nothing broke; in ${told} of them something was said at the end`);
}

/** Lets the browser lie in every known way, each of which must be noticed. */
async function lying() {
  const tortures = {
    kill: async (prepare) => (await kill({ moments: 20, seed, enough: 1, prepare })).wrong[0],
    tabs: (prepare) => tabs({ edits: 60, seed, prepare }).then(() => undefined, (error) => error.message.replaceAll("\n", " ")),
  };
  for (const [lie, { script, noticed_by }] of Object.entries(lies)) {
    for (const torture of noticed_by) {
      const noticed = await tortures[torture]((context) => context.addInitScript(script));
      if (!noticed) process.exitCode = 1;
      log(`A browser that ${lie}, in ${torture}: ${noticed?.slice(0, 300) ?? "NOT NOTICED"}`);
    }
  }
}

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

if (!what || what === "kill") await killing(Number(many ?? 200));
if (!what || what === "tabs") await writing(Number(many ?? 1000));
if (!what || what === "faults") await failing();
if (what === "lies") await lying();
