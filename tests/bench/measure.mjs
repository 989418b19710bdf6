// How something in a page is measured: what the page notes of itself, how it is slowed, and what is made of several runs.
import { chromium } from "playwright-core";
import { ARGUMENTS, started } from "../journeys/support.mjs";

/** How often each figure is taken; the median counts. */
export const RUNS = Number(process.env.RUNS ?? 3);

const options = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS };

export const launch = () => chromium.launch(options);

/** A page in a browser that has this profile, and that notes what it does from its beginning. */
export async function inProfile(profile) {
  const context = await chromium.launchPersistentContext(profile, options);
  const page = context.pages()[0];
  await page.addInitScript(notes);
  return { context, page };
}

/** Runs in the page before anything else: notes tasks of 50 ms and more, the largest paint, and the memory of a wasm. */
export function notes() {
  const bench = { tasks: [], paint: 0, memories: [] };
  window.bench = bench;
  const observe = (type, take) => new PerformanceObserver((list) => take(list.getEntries())).observe({ type, buffered: true });
  observe("longtask", (all) => bench.tasks.push(...all.map((it) => it.duration)));
  observe("largest-contentful-paint", (all) => { bench.paint = all.at(-1).startTime; });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const before = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await before.apply(WebAssembly, all);
      const { memory } = (made.instance ?? made).exports;
      if (memory && !bench.memories.includes(memory)) bench.memories.push(memory);
      return made;
    };
  }
  /** When what was changed until now is drawn. */
  bench.drawn = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(0);
  }));
  /** When the app says that everything is durable, after it has said that it is not. */
  bench.saved = () => new Promise((resolve) => {
    const status = document.querySelector("[data-status]");
    let began = false;
    new MutationObserver((_, observer) => {
      began ||= status.textContent !== "Saved";
      if (!began || status.textContent !== "Saved") return;
      observer.disconnect();
      resolve(performance.now());
    }).observe(status, { subtree: true, childList: true, characterData: true });
  });
  /** When something is there and drawn. */
  bench.there = async (selector) => {
    for (;;) {
      const at = await bench.drawn();
      if (document.querySelector(selector)) return at;
    }
  };
}

/** The parts of tasks beyond 50 ms, together: what total blocking time is made of. */
export const blocking = (tasks) => tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Takes figures several times and gives the median of each. */
export async function medians(take, runs = RUNS) {
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await take());
  return Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((it) => it[key]))]));
}

/** Slows the page down, or with 1 no longer. */
export async function slow(page, by) {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: by });
  return client;
}

/** The page has nothing to do for half a second. */
export const settled = (page) => page.evaluate(() => new Promise((resolve) => {
  let [quiet, before] = [0, performance.now()];
  const look = () => {
    const now = performance.now();
    quiet = now - before > 50 ? 0 : quiet + (now - before);
    before = now;
    if (quiet > 500) resolve();
    else requestAnimationFrame(look);
  };
  look();
}));

/** Goes to an address of its own, from where nothing of the page is left. */
export async function visit(page, url) {
  await page.goto("about:blank");
  await page.goto(url);
}

/** The app stands and has nothing more to do. */
export async function open(page, url) {
  await visit(page, url);
  await started(page);
  await settled(page);
}

/** The longest task while something is done, the time after it in which the page settles included. */
export async function longest(page, act) {
  await page.evaluate(() => { window.bench.tasks.length = 0; });
  const done = await act();
  await settled(page);
  const task = await page.evaluate(() => Math.max(0, ...window.bench.tasks));
  return { ...done, task };
}

/**
 * How long from one of the page's own events until the next frame is drawn (`drawn`), and until something that fits the
 * selector `until` is there and drawn, or with "saved" until what was done is durable (`done`).
 */
export async function from(page, event, act, until) {
  await page.evaluate(([event, until]) => {
    window.measured = new Promise((resolve) => {
      const heard = async ({ key }) => {
        // Of “Control+z” it is the z that does something.
        if (["Control", "Shift"].includes(key)) return;
        removeEventListener(event, heard, true);
        const began = performance.now();
        const saved = until === "saved" && window.bench.saved();
        const drawn = (await window.bench.drawn()) - began;
        const done = saved ? await saved : until ? await window.bench.there(until) : 0;
        resolve({ drawn, done: Math.max(0, done - began) });
      };
      addEventListener(event, heard, true);
    });
  }, [event, until]);
  await act();
  return page.evaluate(() => window.measured);
}

/** The slowest of these keys, from when it is pressed until the next frame is drawn. */
export async function keys(page, text) {
  let slowest = 0;
  for (const key of text) slowest = Math.max(slowest, (await from(page, "keydown", () => page.keyboard.press(key))).drawn);
  return slowest;
}
