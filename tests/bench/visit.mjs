// The first visit, of the app and of what stands beside it; and the app started without a network.
import { held, scratch, started } from "../journeys/support.mjs";
import { blocking, inProfile, launch, medians, notes, settled, slow, visit } from "./measure.mjs";
import { say } from "./table.mjs";
import { app, beside } from "./sites.mjs";

const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
const MB = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const ms = (time) => `${Math.round(time)} ms`;

/** A first visit: nothing is held yet, and what a service worker would fetch for later is not asked for. */
async function first(browser, url, by) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(() => { if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error("not here")); });
  await page.addInitScript(notes);
  const client = await slow(page, by);
  const sizes = [];
  await client.send("Network.enable");
  client.on("Network.loadingFinished", ({ encodedDataLength }) => sizes.push(encodedDataLength));
  await page.goto(url);
  await page.waitForFunction(() => window.bench.paint > 0 && !document.querySelector("#boot"));
  const stands = [...sizes];
  await settled(page);
  // Whatever comes in the background has come by then.
  await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => { /* some ask again and again */ });
  const { tasks, paint, memory } = await page.evaluate(() => ({ ...window.bench, memory: window.bench.memories.reduce((sum, it) => sum + it.buffer.byteLength, 0) }));
  await client.send("HeapProfiler.enable");
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  await context.close();
  const sum = (all) => all.reduce((a, b) => a + b, 0);
  return { first: sum(stands), all: sum(sizes), requests: sizes.length, paint, blocking: blocking(tasks), heap: usedSize, memory };
}

/** Says what first visits cost. */
export async function firstVisits() {
  const { app: ours } = await app();
  const others = await beside();
  const browser = await launch();
  // The server packs each file once.
  for (const url of [ours, ...Object.values(others)]) await first(browser, url, 1);
  for (const by of [1, 4]) {
    const at = by === 1 ? "" : `, ${by}× slowed`;
    const told = ({ all, requests, paint, blocking, heap, memory }) =>
      `largest paint ${ms(paint)}, blocking ${ms(blocking)}${by === 1 ? `; ${kB(all)} in ${requests} requests, heap ${MB(heap)}${memory ? `, wasm memory ${MB(memory)}` : ""}` : ""}`;
    const mine = await medians(() => first(browser, ours, by));
    const all = {};
    for (const [name, url] of Object.entries(others)) all[name] = await medians(() => first(browser, url, by));
    const floor = all["Leptos, one button"];
    say({ what: `First visit${at}`, ours: told(mine) });
    for (const [name, it] of Object.entries(all)) say({ what: `First visit${at}: ${name}`, beside: told(it), ratio: mine.paint / it.paint });
    if (by === 1) say({ what: "First visit, until the first screen stands", ours: kB(mine.first), target: "≤ 300 kB", value: mine.first / 1000, most: 300, unit: "kB" });
    say({ what: `Largest paint beside the bare button${at}`, ours: ms(mine.paint), beside: ms(floor.paint), ratio: mine.paint / floor.paint, target: "≤ 2×", value: mine.paint / floor.paint, most: 2, unit: "×" });
    say({ what: `Blocking${at}`, ours: ms(mine.blocking), beside: ms(floor.blocking), target: `≤ ${by === 1 ? 50 : 150} ms`, value: mine.blocking, most: by === 1 ? 50 : 150, unit: "ms" });
  }
  await browser.close();
  const { context, page } = await inProfile(scratch());
  await page.goto(ours);
  await held(page);
  await context.setOffline(true);
  const offline = await medians(async () => {
    await visit(page, ours);
    await started(page);
    return { millis: await page.evaluate(() => performance.now()) };
  });
  say({ what: "Started without a network", ours: ms(offline.millis), target: "≤ 500 ms", value: offline.millis, most: 500, unit: "ms" });
  await context.close();
}
