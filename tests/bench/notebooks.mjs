// Notebooks of several sizes: opening, writing, searching, what comes in and goes out; long lists; ranking cards.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { go, scratch } from "../journeys/support.mjs";
import { RUNS, from, inProfile, keys, longest, medians, open, settled, slow, visit } from "./measure.mjs";
import { MIX, directory, notebook } from "./notebook.mjs";
import { app } from "./sites.mjs";
import { say } from "./table.mjs";

const SIZES = (process.env.SIZES ?? "10 1000 10000 fit").split(" ").map((size) => (size === "fit" ? size : Number(size)));
/** What local storage holds, in UTF-16 units; and how many of it ten thousand entries of the mix take, found on the way. */
const QUOTA = 5 * 1024 * 1024;

const ms = (time) => `${Math.round(time)} ms`;
const count = (number) => number.toLocaleString("en");
/** A file on the disk: one that is handed over in memory is put together in the page, and that would be measured too. */
function file(name, text) {
  const path = join(scratch(), name);
  writeFileSync(path, text);
  return path;
}
const within = (most) => ({ most, target: `≤ ${most} ms`, unit: "ms" });

/** A profile in which a notebook lies, and what bringing it in took: until it was read and seen, and until it was kept. */
async function profileOf(url, text) {
  const profile = scratch();
  const { context, page } = await inProfile(profile);
  await open(page, `${url}#/share`);
  const seen = await longest(page, () => from(page, "change", () => page.getByLabel("Choose a file", { exact: true }).setInputFiles(file("backup.json", text)), "[role=region] .inset, .inset[role=region]"));
  const kept = await longest(page, () => from(page, "click", () => page.getByRole("button", { name: "Open it" }).click(), "saved"));
  // It is kept once the journal has it, and on its way into local storage.
  await page.evaluate(() => window.mentorbookFlush());
  const units = await page.evaluate(() => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0));
  await settled(page);
  await context.close();
  return { profile, units, taken: { seen: seen.done, kept: kept.done, millis: seen.done + kept.done, task: Math.max(seen.task, kept.task) } };
}

/** How long until the first rows of a list are drawn, from when the page is asked for. */
async function opening(page, url) {
  await visit(page, url);
  const rows = await page.evaluate(() => window.bench.there("main .row"));
  return { rows, task: await page.evaluate(() => Math.max(0, ...window.bench.tasks)) };
}

/**
 * The app and the plain page, by turns, from a browser that was just started to one that knows both: what it compiled is
 * kept only after some visits, so the median is taken of many.
 */
async function openedByTurns(page, url, plain) {
  return medians(async () => {
    const { rows: ours, task } = await opening(page, `${url}#/goals`);
    const { rows: theirs } = await opening(page, `${plain}#goal`);
    return { ours, theirs, task };
  }, 3 * RUNS);
}

/** Opening, writing, searching, what comes in and goes out, at each size. */
export async function openings() {
  const { app: url, plain } = await app();
  const saved = new Map();
  let units = 3.6e6;
  for (const asked of SIZES) {
    const size = asked === "fit" ? Math.floor((10_000 * 0.98 * QUOTA) / units / 10) * 10 : asked;
    const judged = asked === 10_000;
    const { text } = notebook(size);
    const brought = await profileOf(url, text);
    if (judged) units = brought.units;
    const label = `${asked === "fit" ? "as many as fit: " : ""}${count(size)} entries`;
    const full = `${Math.round((100 * brought.units) / QUOTA)} % of the quota`;
    const { context, page } = await inProfile(brought.profile);

    const { ours, theirs, task } = await openedByTurns(page, url, plain);
    const ratio = ours / theirs;
    say({ what: `Opening ${label} (${full}), until the first rows of the goals`, ours: `${ms(ours)}, longest task ${ms(task)}`, beside: `plain JavaScript ${ms(theirs)}`, ratio, ...(judged && { target: "≤ 1.5×", value: ratio, most: 1.5, unit: "×" }) });
    const memory = await page.evaluate(async () => performance.memory?.usedJSHeapSize ?? 0);

    await open(page, `${url}#/goals/goal-0000000000000001`);
    const box = () => page.locator("main input[type=checkbox]").first();
    const mark = await medians(async () => longest(page, () => from(page, "change", () => box().click(), "saved")));
    saved.set(asked, mark.done);
    say({ what: `Marking a milestone, ${label}`, ours: `drawn ${ms(mark.drawn)}, durable ${ms(mark.done)}, longest task ${ms(mark.task)}`, ...(judged && { value: mark.task, ...within(50) }) });

    await open(page, `${url}#/actions`);
    const heap = await page.evaluate(() => window.bench.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0));
    say({ what: `Memory with ${label}`, ours: `wasm ${(heap / 1e6).toFixed(1)} MB`, beside: `plain JavaScript, heap ${(memory / 1e6).toFixed(1)} MB` });
    const tick = await medians(async () => longest(page, () => from(page, "change", () => box().click(), "saved")));
    const undo = await medians(async () => {
      await page.locator("main h1").first().focus();
      return longest(page, () => from(page, "keydown", () => page.keyboard.press("Control+z"), "saved"));
    });
    say({ what: `Ticking an action in the list of all, ${label}`, ours: `drawn ${ms(tick.drawn)}, durable ${ms(tick.done)}, longest task ${ms(tick.task)}`, ...(judged && { value: tick.task, ...within(50) }) });
    say({ what: `Taking it back, ${label}`, ours: `drawn ${ms(undo.drawn)}, durable ${ms(undo.done)}, longest task ${ms(undo.task)}`, ...(judged && { value: undo.task, ...within(50) }) });

    // The same change, and Today beside a page of one goal: the difference is what looks at the whole notebook.
    const [whole, part] = [[], []];
    for (const [hash, times] of [["#/", whole], ["#/goals/goal-0000000000000001", part]]) {
      await go(page, hash);
      await settled(page);
      times.push(await medians(async () => {
        await page.locator("main h1").first().focus();
        const back = await longest(page, () => from(page, "keydown", () => page.keyboard.press("Control+z"), "saved"));
        await longest(page, () => from(page, "keydown", () => page.keyboard.press("Control+Shift+z"), "saved"));
        return back;
      }));
    }
    say({ what: `A change with Today open, ${label}`, ours: `drawn ${ms(whole[0].drawn)}, longest task ${ms(whole[0].task)}`, beside: `with one goal open ${ms(part[0].drawn)}`, ratio: whole[0].drawn / part[0].drawn, ...(judged && { value: whole[0].task, ...within(50) }) });

    for (const by of [1, 4]) {
      await slow(page, by);
      const search = await medians(async () => {
        await page.keyboard.press("Control+k");
        await page.getByRole("searchbox").waitFor();
        await settled(page);
        const key = await longest(page, async () => ({ key: await keys(page, "outline") }));
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await page.getByRole("searchbox").waitFor({ state: "detached" });
        return key;
      }, 3);
      say({ what: `A key in the search, ${label}${by > 1 ? `, ${by}× slowed` : ""}`, ours: `drawn ${ms(search.key)}, longest task ${ms(search.task)}`, ...(judged && { value: search.key, ...within(100) }) });
    }
    await slow(page, 1);

    await go(page, "#/share");
    await settled(page);
    const out = await medians(async () => longest(page, async () => {
      const began = Date.now();
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save a backup" }).first().click()]);
      await download.path();
      return { done: Date.now() - began };
    }));
    say({ what: `A backup of ${label}`, ours: `${ms(out.done)}, longest task ${ms(out.task)}`, ...(judged && { value: out.task, ...within(200) }) });
    await context.close();
    rmSync(brought.profile, { recursive: true, force: true });
  }
  if (saved.has(10) && saved.has(10_000)) {
    const growth = saved.get(10_000) / saved.get(10);
    say({ what: "Marking a milestone until it is durable, 10,000 entries beside 10", ours: ms(saved.get(10_000)), beside: ms(saved.get(10)), ratio: growth, target: "≤ 1.2×", value: growth, most: 1.2, unit: "×" });
  }
}

/** A file of 5 MB: read and seen, and kept; beside a page that does nothing but write the same to the same stores. */
export async function files() {
  const { app: url, plain } = await app();
  const large = Math.round((10_000 * 5e6) / notebook(10_000).text.length / 100) * 100;
  const { text } = notebook(large);
  const texts = JSON.parse(text).entries.map((entry) => [`mentorbook:/:mine:entry:${entry.id}`, JSON.stringify({ sum: "00000000", entry })]);
  const taken = await medians(async () => {
    const { profile, taken } = await profileOf(url, text);
    rmSync(profile, { recursive: true, force: true });
    const { context, page } = await inProfile(scratch());
    await visit(page, plain);
    const floor = await page.evaluate((texts) => window.keep(texts), texts);
    await context.close();
    return { ...taken, floor };
  }, 3);
  const what = `A file of ${(text.length / 1e6).toFixed(1)} MB (${count(large)} entries): checked, seen, kept`;
  say({ what, ours: `${ms(taken.seen)} until it is seen, ${ms(taken.kept)} until it is kept`, beside: `plain JavaScript, keeping alone ${ms(taken.floor)}`, ratio: taken.kept / taken.floor, target: "≤ 1 s", value: taken.millis, most: 1000, unit: "ms" });
  say({ what: `${what}, longest task`, ours: ms(taken.task), value: taken.task, ...within(200) });
}

/** Goes to another screen, and gives how long until something there is drawn. */
const going = (page, hash, selector) => page.evaluate(async ([hash, selector]) => {
  const began = performance.now();
  location.hash = hash;
  return { drawn: (await window.bench.there(selector)) - began };
}, [hash, selector]);

/** Lists of ten thousand: when the first rows are drawn, and when all are there to be found. */
export async function lists() {
  const { app: url, plain } = await app();
  const none = Object.fromEntries(Object.keys(MIX).map((kind) => [kind, 0]));
  const one = { ...none, person: 0.01, mentorship: 0.01 };
  const LISTS = [
    { name: "goals", kind: "goal", mix: { ...none, goal: 100 }, at: "#/goals" },
    { name: "people", kind: "person", mix: { ...none, person: 100 }, at: "#/people" },
    { name: "action items", kind: "action", mix: { ...one, action: 100 }, at: "#/actions" },
    { name: "check-ins of one mentorship", kind: "check-in", mix: { ...one, "check-in": 100 }, at: "#/mentorships/mentorship-0000000000000001/meetings" },
  ];
  for (const { name, kind, mix, at } of LISTS) {
    const { profile } = await profileOf(url, notebook(10_000, mix).text);
    const { context, page } = await inProfile(profile);
    for (const by of [1, 4]) {
      await open(page, `${url}#/settings`);
      await slow(page, by);
      const view = async () => {
        const seen = await longest(page, () => going(page, at, "main .rows > .row, main .timeline > li"));
        await going(page, "#/settings", "main h1");
        return seen;
      };
      const ours = await medians(view, 3);
      await going(page, at, "main .row, main .timeline > li");
      const whole = await page.evaluate(async () => {
        const began = performance.now();
        while (document.querySelectorAll("main .rows > li, main .timeline > li").length < 10_000) await window.bench.drawn();
        return performance.now() - began;
      });
      await visit(page, `${plain}#none`);
      const theirs = await medians(async () => { const seen = await going(page, `#${kind}`, ".row"); await going(page, "#none", "body"); return seen; }, 3);
      say({ what: `First view of 10,000 ${name}${by > 1 ? `, ${by}× slowed` : ""}`, ours: `${ms(ours.drawn)}, longest task ${ms(ours.task)}, all there to be found after ${ms(whole)}`, beside: `plain JavaScript, all at once ${ms(theirs.drawn)}`, ratio: ours.drawn / theirs.drawn, ...(by > 1 && { value: ours.drawn, ...within(100) }) });
    }
    await slow(page, 1);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Ten thousand cards: opened, ranked, narrowed down. */
export async function ranking() {
  const { app: url } = await app();
  const { context, page } = await inProfile(scratch());
  await open(page, `${url}#/matches`);
  const text = directory(10_000);
  const opened = await longest(page, () => from(page, "change", () => page.getByLabel("Open a directory or cards").setInputFiles(file("all.json", text)), "main .match"));
  say({ what: `10,000 cards (${(text.length / 1e6).toFixed(1)} MB) opened and ranked`, ours: `${ms(opened.done)}, longest task ${ms(opened.task)}` });
  const field = page.getByLabel("Only cards with these words");
  for (const by of [1, 4]) {
    await slow(page, by);
    const typed = await medians(async () => {
      await field.fill("");
      await settled(page);
      await field.focus();
      return longest(page, async () => ({ key: await keys(page, "fund") }));
    }, 3);
    say({ what: `A key in the filter of 10,000 cards${by > 1 ? `, ${by}× slowed` : ""}`, ours: `drawn ${ms(typed.key)}, longest task ${ms(typed.task)}`, ...(by > 1 && { value: typed.key, ...within(100) }) });
  }
  await context.close();
}
