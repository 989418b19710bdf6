// What the app costs in a real browser: the first visit, opening, saving, searching, opening a file, starting offline.
// `RUNS=1 SIZES="10 1000" script/bench` looks quickly whether it works; its figures are none.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { start } from "../../script/serve.mjs";
import { ARGUMENTS, go, saved, scratch, site, started } from "../journeys/support.mjs";
import { notebook } from "./notebook.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const SIZES = (process.env.SIZES ?? "10 1000 10000").split(" ").map(Number);
const options = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS };

const root = scratch();
cpSync(site, root, { recursive: true });
cpSync(join(import.meta.dirname, "plain"), join(root, "plain"), { recursive: true });
const server = await start({ root, quality: 9 });
const app = `${server.origin}/`;
const plain = `${server.origin}/plain/index.html`;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounds = (most, look) => Array.from({ length: most }).reduce(async (all, _, at) => [...(await all), await look(at)], Promise.resolve([]));
const medians = (all) => Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((it) => it[key]))]));

/** Keeps what a page does from its beginning: tasks that take long, the largest paint, when rows are there. */
function watch() {
  window.bench = { tasks: [], paint: 0, rows: 0 };
  new PerformanceObserver((list) => window.bench.tasks.push(...list.getEntries().map((it) => it.duration))).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => { window.bench.paint = list.getEntries().at(-1).startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => {
    if (document.querySelector("main .row, main li .what")) requestAnimationFrame(() => { window.bench.rows ||= performance.now(); });
    else requestAnimationFrame(look);
  };
  look();
}

const blocking = (tasks) => tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);

async function slowed(page, by) {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: by });
  return client;
}

/** The page stands, and has nothing to do for half a second. */
const settled = (page) => page.evaluate(() => new Promise((resolve) => {
  let quiet = 0;
  let before = performance.now();
  const look = () => {
    const now = performance.now();
    quiet = now - before > 50 ? 0 : quiet + (now - before);
    before = now;
    if (quiet > 500) resolve();
    else requestAnimationFrame(look);
  };
  look();
}));

/** A first visit: nothing is held yet. */
async function firstVisit(browser, url, by) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  // Without a service worker, `register` gives nothing, and the page goes on.
  await page.addInitScript(() => { if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error("not here")); });
  await page.addInitScript(watch);
  const client = await slowed(page, by);
  const sizes = [];
  await client.send("Network.enable");
  client.on("Network.loadingFinished", ({ encodedDataLength }) => sizes.push(encodedDataLength));
  await page.goto(url);
  await page.waitForSelector("h1");
  if (url === app) await started(page);
  // What comes while nobody waits for it is not counted.
  const first = [...sizes];
  await settled(page);
  const { tasks, paint } = await page.evaluate(() => window.bench);
  await client.send("HeapProfiler.enable");
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  await context.close();
  return { kB: first.reduce((a, b) => a + b, 0) / 1000, requests: first.length, paint, blocking: blocking(tasks), heap: usedSize / 1e6 };
}

/** A profile in which a notebook of this size lies, and what bringing it in took. */
async function profileOf(size) {
  const profile = scratch();
  const { text, counts } = notebook(size);
  const context = await chromium.launchPersistentContext(profile, options);
  const page = context.pages()[0];
  await page.addInitScript(watch);
  await page.goto(app);
  await started(page);
  await go(page, "#/share");
  await settled(page);
  await page.evaluate(() => { window.bench.tasks.length = 0; });
  const began = await page.evaluate(() => performance.now());
  await page.getByLabel("Choose a file", { exact: true }).setInputFiles({ name: "backup.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Open it" }).click();
  await page.waitForFunction(() => document.querySelector("[data-status]")?.textContent === "Saved" && !document.querySelector("[role=region] h3"));
  const millis = (await page.evaluate(() => performance.now())) - began;
  const longest = Math.max(0, ...(await page.evaluate(() => window.bench.tasks)));
  await settled(page);
  await context.close();
  return { profile, counts, taken: { MB: text.length / 1e6, millis, longest } };
}

/** How long until the first rows of the goals are there. */
async function opening(page, url) {
  await page.goto("about:blank");
  await page.goto(url);
  await page.waitForFunction(() => window.bench?.rows > 0, null, { timeout: 120_000 });
  const { rows, tasks } = await page.evaluate(() => window.bench);
  return { rows, longest: Math.max(0, ...tasks) };
}

/** How long each of these keys takes until the next frame is drawn. */
async function keys(page, text) {
  const all = [];
  for (const key of text) {
    await page.evaluate(() => {
      window.drawn = new Promise((resolve) => addEventListener("keydown", () => {
        const began = performance.now();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      }, { once: true, capture: true }));
    });
    await page.keyboard.press(key);
    all.push(await page.evaluate(() => window.drawn));
  }
  return Math.max(...all);
}

/** How long from a tick until the journal has it. */
async function saving(page) {
  await page.evaluate(() => {
    window.kept = new Promise((resolve) => {
      const status = document.querySelector("[data-status]");
      let began = 0;
      addEventListener("change", () => { began = performance.now(); }, { once: true, capture: true });
      new MutationObserver(() => { if (began && status.textContent === "Saved") resolve(performance.now() - began); }).observe(document, { subtree: true, childList: true, characterData: true });
    });
  });
  await page.locator("main input[type=checkbox]").first().click();
  return page.evaluate(() => window.kept);
}

const rows = [];
const say = (what, value, target = "", holds) => {
  rows.push({ what, value, target, holds });
  console.log(`${what}: ${value}${target ? ` (target ${target}: ${holds ? "holds" : "DOES NOT HOLD"})` : ""}`);
};
const ms = (number) => `${number.toFixed(0)} ms`;

const browser = await chromium.launch(options);
for (const by of [1, 4]) {
  const slow = by === 1 ? "" : `, ${by}× slowed`;
  const ours = medians(await rounds(RUNS, () => firstVisit(browser, app, by)));
  const floor = medians(await rounds(RUNS, () => firstVisit(browser, plain, by)));
  say(`first visit${slow}`, `${ours.kB.toFixed(0)} kB, ${ours.requests} requests, largest paint ${ms(ours.paint)} (a page in plain JavaScript ${ms(floor.paint)}), heap ${ours.heap.toFixed(1)} MB`);
  say(`first visit${slow}, blocking`, ms(ours.blocking), `≤ ${by === 1 ? 50 : 150} ms`, ours.blocking <= (by === 1 ? 50 : 150));
}
await browser.close();

const savings = new Map();
for (const size of SIZES) {
  const { profile, taken } = await profileOf(size);
  const label = size.toLocaleString("en");
  say(`a file with ${label} entries, ${taken.MB.toFixed(1)} MB: read, seen, taken in`, `${ms(taken.millis)}, longest task ${ms(taken.longest)}`, ...(size === 10_000 ? ["≤ 1 s for 5 MB, no task over 200 ms", taken.millis <= 200 * taken.MB && taken.longest <= 200] : []));
  const context = await chromium.launchPersistentContext(profile, options);
  const page = context.pages()[0];
  await page.addInitScript(watch);
  const ours = medians(await rounds(RUNS, () => opening(page, `${app}#/goals`)));
  const floor = medians(await rounds(RUNS, () => opening(page, plain)));
  const ratio = ours.rows / floor.rows;
  say(`opening ${label} entries until the first rows of the goals`, `${ms(ours.rows)}, longest task ${ms(ours.longest)}; in plain JavaScript ${ms(floor.rows)}: ${ratio.toFixed(2)}×`, ...(size === 10_000 ? ["≤ 1.5×", ratio <= 1.5] : []));
  await page.goto(`${app}#/actions`);
  await page.waitForFunction(() => window.bench?.rows > 0);
  await settled(page);
  savings.set(size, median(await rounds(RUNS, async () => { const took = await saving(page); await settled(page); return took; })));
  say(`a tick until it is saved, ${label} entries`, ms(savings.get(size)));
  const client = await slowed(page, 4);
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const key = await keys(page, "outline");
  say(`a key in the search, ${label} entries, 4× slowed, until it is drawn`, ms(key), ...(size === 10_000 ? ["≤ 100 ms", key <= 100] : []));
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  if (size === SIZES[0]) {
    await page.goto(app);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await context.setOffline(true);
    const offline = medians(await rounds(RUNS, async () => { await page.goto("about:blank"); await page.goto(app); await started(page); return { millis: await page.evaluate(() => performance.now()) }; }));
    say("starting offline", ms(offline.millis), "≤ 500 ms", offline.millis <= 500);
    await context.setOffline(false);
  }
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
if (savings.has(10) && savings.has(10_000)) {
  const growth = savings.get(10_000) / savings.get(10);
  say("saving at 10,000 entries beside 10", `${growth.toFixed(2)}×`, "≤ 1.2×", growth <= 1.2);
}

console.log(`\n| what | measured | target | |\n|---|---|---|---|\n${rows.map(({ what, value, target, holds }) => `| ${what} | ${value} | ${target} | ${target ? (holds ? "holds" : "does not hold") : ""} |`).join("\n")}`);
process.exit(0);
