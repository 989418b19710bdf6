// Two tabs change one notebook at the same time; one of them crashes in between and is opened again.
import assert from "node:assert/strict";
import { add, field, go, heading, launch, newGoal, saveBackup, saved, section, serve, skipWelcome, started } from "../journeys/support.mjs";
import { listen, stands } from "./acknowledged.mjs";
import { chance } from "./chance.mjs";

/** After so many edits the tabs go on with other goals, so that no page becomes slow for its length. */
const EDITS_OF_A_CHAPTER = 100;
/** So many of them each tab makes while the other one looks on. */
const TURNS = 6;
const SIDES = ["left", "right"];
const other = (side) => (side === "left" ? "right" : "left");
/** Each tab writes a text of its own in the goal they share. */
const TEXTS = { left: ["Why it matters", "why"], right: ["How I will know", "evidence"] };

/** Runs in the page: tells when each milestone came on screen first. */
function witness() {
  const told = new Set();
  new MutationObserver(() => {
    for (const row of document.querySelectorAll("li.part label.tick")) {
      const title = row.textContent;
      if (title && !told.has(title)) {
        told.add(title);
        window.tellSeen(title, Date.now());
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/**
 * Makes `edits` edits in two tabs, half in each, without waiting for one another: milestones and texts of one
 * goal, ticks on what the other tab added, then goals of their own, and at last in turn. Fails when one is lost
 * or the tabs differ. Gives how many milliseconds an edit took to the other tab: `in_turn`, where the other one
 * only looked on, and `at_once`, where both wrote faster than a person does, so that what was written waited
 * for the disk.
 */
export async function tabs({ edits, seed, log = () => {}, prepare = () => {} }) {
  const server = await serve();
  const browser = await launch();
  try {
    const context = await browser.newContext({ acceptDownloads: true, locale: "en-GB" });
    const desk = { context, url: `${server.origin}/`, sides: {}, ledger: [], seen: new Map(), number: { left: 0, right: 0 }, crashes: 0, wrong: [] };
    context.on("weberror", (error) => desk.wrong.push(`threw ${error.error().message}`));
    context.on("console", (message) => { if (message.type() === "error") desk.wrong.push(`console: ${message.text()}`); });
    await prepare(context);
    await listen(context, (number, page) => {
      for (const edit of desk.ledger) if (edit.by === page && edit.number <= number) edit.acknowledged = true;
    });
    await context.exposeBinding("tellSeen", ({ page }, title, at) => {
      if (!desk.seen.has(page)) desk.seen.set(page, new Map());
      desk.seen.get(page).set(title, at);
    });
    await context.addInitScript(witness);

    const took = { at_once: [], in_turn: [] };
    for (let chapter = 0, left = edits; left > 0; chapter += 1, left -= EDITS_OF_A_CHAPTER) {
      const part = Math.min(left, EDITS_OF_A_CHAPTER);
      await write(desk, { chapter, edits: part, random: chance(seed, chapter) });
      const backup = await check(desk);
      for (const [how, all] of Object.entries(took)) all.push(...arrivals(desk, how));
      log(`chapter ${chapter}: ${part} edits in two tabs, a crash of the ${crashing(chapter)} one; ${backup.entries.length} goals, the same in both`);
    }
    // What is read anew is the same, too: nothing lives in a tab only.
    await reopen(desk, "left");
    await check(desk);
    return {
      edits: desk.ledger.length,
      acknowledged: desk.ledger.filter((edit) => edit.acknowledged).length,
      crashes: desk.crashes,
      at_once: figures(took.at_once),
      in_turn: figures(took.in_turn),
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

const crashing = (chapter) => SIDES[(chapter + 1) % 2];

/** One chapter: first both tabs in one goal, then each in a goal of its own, then in turn. */
async function write(desk, { chapter, edits, random }) {
  const shared = `Shared ${chapter}`;
  const shared_edits = Math.ceil(edits * 0.35);
  if (!desk.sides.left) await reopen(desk, "left");
  await newGoal(desk.sides.left, shared);
  const address = new URL(desk.sides.left.url()).hash;
  if (!desk.sides.right) await reopen(desk, "right", address);
  await visit(desk.sides.right, address, shared);

  // Each tab has throws of its own, since the two do not wait for one another.
  const dice = Object.fromEntries(SIDES.map((side) => [side, chance(random.below(2 ** 31), 0)]));
  await Promise.all(SIDES.map(async (side) => {
    const crash_at = side === crashing(chapter) ? 1 + random.below(shared_edits - 1) : Infinity;
    for (let at = 0; at < shared_edits; at += 1) {
      const making = edit(desk, side, shared, dice[side].weigh({ milestone: 6, text: 3, tick: 2 }));
      if (at !== crash_at) await making;
      else {
        // Whatever the tab was doing ends with it.
        await Promise.all([making.catch(() => {}), crash(desk, side)]);
        await reopen(desk, side, address);
        await visit(desk.sides[side], address, shared);
      }
    }
  }));

  const own = { left: `Left ${chapter}`, right: `Right ${chapter}` };
  for (const side of SIDES) await newGoal(desk.sides[side], own[side]);
  const rest = { left: Math.ceil(edits / 2) - shared_edits - TURNS, right: Math.floor(edits / 2) - shared_edits - TURNS };
  await Promise.all(SIDES.map(async (side) => {
    for (let at = 0; at < rest[side]; at += 1) await edit(desk, side, own[side], dice[side].weigh({ milestone: 5, text: 3 }));
  }));
  for (const side of SIDES) await saved(desk.sides[side]);
  // A tab that writes hears of everything by writing; now each of them only looks on while the other one writes.
  for (const side of SIDES) await visit(desk.sides[side], address, shared);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const side of SIDES) {
      const made = await edit(desk, side, shared, "milestone");
      made.in_turn = true;
      await desk.sides[other(side)].getByRole("checkbox", { name: made.milestone, exact: true }).waitFor();
      for (const either of SIDES) await saved(desk.sides[either]);
    }
  }
}

async function visit(page, address, title) {
  await go(page, address);
  await heading(page, title);
}

/** Makes one edit of a goal that is open in this tab, notes it and gives the note. */
async function edit(desk, side, goal, kind) {
  const page = desk.sides[side];
  const number = (desk.number[side] += 1);
  const noted = (what) => desk.ledger.push({ side, number, goal, by: page, to: desk.sides[other(side)], acknowledged: false, ...what });
  const tick = (title) => page.getByRole("checkbox", { name: title, exact: true });
  const theirs = desk.ledger.findLast((it) => it.goal === goal && it.side !== side && it.milestone && desk.seen.get(page)?.has(it.milestone));
  if (kind === "tick" && theirs && !desk.ledger.some((it) => it.goal === goal && it.ticked === theirs.milestone)) {
    noted({ ticked: theirs.milestone });
    await tick(theirs.milestone).press("Space");
  } else if (kind === "text") {
    const [label, key] = TEXTS[side];
    const text = `${side} ${number}`;
    noted({ key, text });
    await field(page, label).fill(text);
    await field(page, label).blur();
  } else {
    const milestone = `${side} ${number}`;
    noted({ milestone });
    await add(page, "Add a milestone", milestone);
    await tick(milestone).waitFor();
  }
  await stands(page, number);
  return desk.ledger.findLast((it) => it.by === page);
}

/** Opens the app in a new tab, in place of the one that was there. */
async function reopen(desk, side, address = "#/goals") {
  const before = desk.sides[side];
  desk.sides[side] = undefined;
  await before?.close();
  const page = await desk.context.newPage();
  await page.goto(desk.url + address);
  await started(page);
  await skipWelcome(page);
  desk.sides[side] = page;
}

/** The tab ends at once, as if its process had failed. */
async function crash(desk, side) {
  const page = desk.sides[side];
  const session = await desk.context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // The command itself is never answered: who should answer is gone.
  session.send("Page.crash").catch(() => {});
  await crashed;
  desk.crashes += 1;
}

/** Looks that all that was acknowledged is there and both tabs show the same. */
async function check(desk) {
  const texts = [];
  for (const side of SIDES) texts.push((await saveBackup(desk.sides[side])).text);
  const [left, right] = texts.map((text) => JSON.parse(text));
  assert.deepEqual(left.entries, right.entries, "both tabs show the same");
  assert.deepEqual(desk.wrong, []);
  const goals = new Map(left.entries.map((goal) => [goal.title, { why: "", evidence: "", milestones: [], ...goal }]));
  assert.deepEqual(lost(desk, goals), [], "nothing that was acknowledged is lost");
  return left;
}

/** Every acknowledged edit that these goals do not hold, and whatever stands in another order than it was made in. */
function lost({ ledger }, goals) {
  const wrong = [];
  for (const edit of ledger.filter((it) => it.acknowledged)) {
    const goal = goals.get(edit.goal);
    const later = ledger.filter((it) => it.goal === edit.goal && it.side === edit.side && it.number >= edit.number);
    const there = edit.milestone ? goal?.milestones.some((it) => it.title === edit.milestone)
      : edit.ticked ? goal?.milestones.some((it) => it.title === edit.ticked && it.done)
      : later.some((it) => it.key && it.text === goal?.[edit.key]);
    if (!there) wrong.push(`${edit.goal}, ${edit.side} ${edit.number}: ${edit.milestone ?? edit.ticked ?? edit.text}`);
  }
  for (const [title, goal] of goals) {
    for (const side of SIDES) {
      const numbers = goal.milestones.map((it) => it.title.split(" ")).filter(([by]) => by === side).map(([, number]) => Number(number));
      if (numbers.some((number, at) => at > 0 && number < numbers[at - 1])) wrong.push(`${title}, the order of the ${side} tab: ${numbers}`);
    }
  }
  return wrong;
}

/** How long each new milestone took from one tab to the other, where both were there all the time. */
function arrivals({ ledger, seen }, how) {
  const fresh = ledger.filter((it) => it.milestone && !it.measured && Boolean(it.in_turn) === (how === "in_turn"));
  for (const it of fresh) it.measured = true;
  return fresh.map(({ milestone, by, to }) => seen.get(to)?.get(milestone) - seen.get(by)?.get(milestone)).filter((took) => !Number.isNaN(took));
}

function figures(took) {
  took.sort((a, b) => a - b);
  return { measured: took.length, median: took[Math.floor(took.length / 2)], most: took[Math.floor(took.length * 0.95)], largest: took.at(-1) };
}

/** The figures of `tabs` in words. */
export function inWords({ in_turn, at_once }) {
  const told = ({ measured, median, most, largest }) => `after ${median} ms in the middle, 19 of 20 within ${most} ms, at most ${largest} ms (${measured} measured)`;
  return [`an edit was in the other tab ${told(in_turn)}`, `while both wrote without waiting: ${told(at_once)}`];
}
