// Kills the whole browser again and again while changes stream in, and looks at what is there afterwards.
import assert from "node:assert/strict";
import { saveBackup, saved, scratch, serve, skipWelcome, started } from "../journeys/support.mjs";
import { listen } from "./acknowledged.mjs";
import { startBrowser } from "./browser.mjs";
import { chance } from "./chance.mjs";
import { differences, read } from "./notebook.mjs";
import { oneWriter } from "./one-writer.mjs";
import { stream } from "./stream.mjs";
import { torn } from "./torn.mjs";

/** The longest that changes stream in before a kill, in milliseconds. */
const LONGEST = 2500;
/** A quarter of the moments has a second kill, while the notebook is opened again: at most so late. */
const LONGEST_OPENING = 1200;
/** Half of the kills wait for the next change to begin, and come at most so many milliseconds after that. */
const CLOSE = 60;
const AIMS = ["any moment", "any moment", "any change", "a change over several entries"];
/** After so many kills a new notebook is begun: the first change of one is a moment of its own, with the first snapshot beside it. */
const ROUNDS_OF_A_PROFILE = 5;

/**
 * Kills the browser `moments` times, the first time at moment number `from`: what happens in a moment follows
 * from `seed` and its number only. Every change is made whole and in order, so what stands in the notebook
 * after a kill must be what stood there after one of the changes, and of none that is older than the newest
 * one that was acknowledged. Gives figures, and in `wrong` a line for each moment where it was not so; `enough`
 * of them end it. `prepare` may change what the browser is before the app runs in it.
 *
 * A profile in which a kill tore a record of the browser's log is opened once more, and judged, and then left: the
 * browser would write on behind the tear, and delete what it kept on the start after that (`torn.mjs`).
 */
export async function kill({ moments, seed, from = 0, enough = Infinity, log = () => {}, prepare = () => {} }) {
  const figures = { rounds: 0, acknowledged: 0, survived: 0, gone: 0, lost: 0, torn: 0, wrong: [], reopened: [] };
  const server = await serve();
  let opened;
  let profile;
  let is_torn = false;
  try {
    for (let number = from; number < from + moments && figures.wrong.length < enough; number += 1) {
      const first = number === from;
      if (first || is_torn || number % ROUNDS_OF_A_PROFILE === 0) {
        await opened?.browser.kill();
        profile = scratch();
        opened = await open(profile, server.origin, prepare);
      }
      const before = opened.notebook;
      const random = chance(seed, number);
      const again = random.below(4) === 0 ? random.below(LONGEST_OPENING + 1) : undefined;
      const { states, acknowledged, after } = await killedAt(opened, random, number);
      is_torn = torn(profile);
      const killed_again = again !== undefined && !is_torn;
      if (killed_again) {
        await killedOpening(profile, server.origin, again);
        is_torn = torn(profile);
      }
      figures.torn += Number(is_torn);
      const begun = performance.now();
      opened = await open(profile, server.origin, prepare);
      figures.reopened.push(Math.round(performance.now() - begun));
      const stands = judge({ states, acknowledged, found: opened.notebook, where: `moment ${number} (seed ${seed})` }, figures);
      figures.rounds += 1;
      const changes = states.length - 1;
      log(`${number}: killed after ${after} ms and ${changes} changes, ${acknowledged} acknowledged, ${stands} there; ${before.size} → ${opened.notebook.size} entries${killed_again ? `; killed again after ${again} ms of opening` : ""}${is_torn ? "; a record was torn" : ""}`);
    }
  } finally {
    await opened?.browser.kill();
    await server.stop();
  }
  return figures;
}

const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Starts the browser, opens the app and reads the whole notebook. */
async function open(profile, origin, prepare) {
  const browser = await startBrowser(profile);
  const { page, tabs, wrong } = browser;
  const opened = { browser, acknowledged: 0, deaf: false };
  await tabs.addInitScript(oneWriter);
  await prepare(tabs);
  await listen(tabs, (number) => { if (!opened.deaf) opened.acknowledged = number; });
  await page.goto(origin);
  await started(page);
  await skipWelcome(page);
  await saved(page);
  opened.notebook = read((await saveBackup(page)).text);
  assert.equal(await page.getByRole("region", { name: "Not everything is kept" }).count(), 0, "no trouble is told of");
  assert.equal(await page.locator(".status .why").textContent(), "");
  assert.deepEqual(wrong, []);
  return opened;
}

/** Streams changes in and kills the browser in the midst of them. */
async function killedAt(opened, random, number) {
  const { browser: { page, kill, wrong }, notebook } = opened;
  // All that concerns the kill is thrown first, so that it does not hang on how far the stream comes.
  const [after, aim, close] = [random.below(LONGEST + 1), random.pick(AIMS), random.below(CLOSE + 1)];
  const begun = performance.now();
  const states = [notebook];
  let begins = () => {};
  // Until the kill an error in the stream is an error of the test or of the app; after it, it is expected.
  const streaming = stream(page, { random, number, states, begins: (change) => begins(change) }).then(null, (error) => { if (!opened.deaf) throw error; });
  const killing = async () => {
    await wait(after);
    if (aim !== "any moment") {
      await new Promise((resolve) => { begins = ({ over_several }) => { if (over_several || aim === "any change") resolve(); }; });
      await wait(close);
    }
    // What was not heard by now counts as not acknowledged.
    opened.deaf = true;
    assert.deepEqual(wrong, []);
    await kill();
  };
  // An error of the stream comes before the kill; one of them ends the moment.
  await Promise.all([streaming, killing()]);
  return { states, acknowledged: opened.acknowledged, after: Math.round(performance.now() - begun) };
}

/** Kills the browser while it opens the notebook, when the two stores give each other what they lack. */
async function killedOpening(profile, origin, after) {
  const { page, kill } = await startBrowser(profile);
  const going = page.goto(origin).catch(() => {});
  await wait(after);
  await kill();
  await going;
}

/** Whether what was found is what it must be; gives the number of the newest change that is there. */
function judge({ states, acknowledged, found, where }, figures) {
  const apart = states.map((state) => differences(state, found));
  const stands = apart.findLastIndex((lines) => lines.length === 0);
  const changes = states.length - 1;
  if (stands < 0) {
    // Neither before nor after any of the changes: one of them is there by half, or something came back.
    const nearest = apart.reduce((best, lines, at) => (lines.length <= apart[best].length ? at : best), 0);
    figures.wrong.push(`${where}: the notebook is as after none of ${changes} changes, of which ${acknowledged} were acknowledged; from after change ${nearest}: ${apart[nearest].join("; ")}`);
    figures.lost += 1;
  } else if (stands < acknowledged) {
    figures.wrong.push(`${where}: of ${acknowledged} acknowledged changes only ${stands} are there; lost: ${differences(states[acknowledged], found).join("; ")}`);
    figures.lost += acknowledged - stands;
  }
  figures.acknowledged += acknowledged;
  figures.survived += Math.max(0, stands - acknowledged);
  figures.gone += changes - Math.max(acknowledged, stands);
  return stands;
}
