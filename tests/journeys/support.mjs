// What every journey stands on: the built site behind the project's own server, and a real Chromium.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import axeCore from "axe-core";
import { chromium } from "playwright-core";
import { start } from "../../script/serve.mjs";
import { oneWriter } from "../torture/one-writer.mjs";

const root = join(import.meta.dirname, "../..");
/** The built site. */
export const site = join(root, "dist");

/** How every browser is started. */
export const ARGUMENTS = [
  "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
const options = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS };

/** The browser that the visits of a file share; what each of them keeps is apart. */
let shared;
// What is no test, as the tortures are, has none to wait for.
if (process.argv[1]?.endsWith(".test.mjs")) after(async () => (await shared)?.close());

/** A browser of its own. */
export const launch = (more = []) => chromium.launch({ ...options, args: [...ARGUMENTS, ...more] });

/** Serves the built site, or another one, on a free port; packed quickly rather than well. */
export const serve = (more = {}) => start({ root: site, quality: 4, ...more });

/** A folder that is gone when the tests of this file have ended: a browser that has its profile in it is closed by then. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "mentorbook-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * A visit: the site, a browser with an empty profile, a page. Whatever no visit may do fails the test:
 * an error on the console, a panic, a broken policy, a request beyond the page's own origin. A test that
 * breaks something says in `tolerate` which errors belong to that. With `host`, the site is reached under that
 * name and without HTTPS, where browsers hold back what they give to secure pages and to this machine's own.
 */
export async function visit(t, { folder = "/", root = site, profile, path = "", host, tolerate = /^$/, ...context } = {}) {
  const server = await serve({ folder, root });
  const origin = host ? server.origin.replace("127.0.0.1", host) : server.origin;
  const where = { locale: "en-GB", timezoneId: "Europe/Berlin", viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...context };
  const own = host && await launch([`--host-resolver-rules=MAP ${host} 127.0.0.1`]);
  const browser = profile ? null : own || await (shared ??= launch());
  const wrong = [];
  const enter = async () => {
    const tabs = profile ? await chromium.launchPersistentContext(profile, { ...options, ...where }) : await browser.newContext(where);
    tabs.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol)) wrong.push(`asked ${url}`);
    });
    tabs.on("weberror", (error) => {
      if (!tolerate.test(error.error().message)) wrong.push(`threw ${error.error().message}`);
    });
    tabs.on("console", (message) => {
      if (message.type() === "error" && !tolerate.test(message.text())) wrong.push(`console: ${message.text()}`);
    });
    await tabs.addInitScript(oneWriter);
    return { tabs, page: tabs.pages()[0] ?? (await tabs.newPage()) };
  };
  let { tabs, page } = await enter();
  t.after(async () => {
    await tabs.close().catch(() => {});
    await own?.close();
    await server.stop();
    assert.deepEqual(wrong, [], "nothing a visit may not do");
  });
  const url = `${origin}${folder}${path}`;
  const open = async (tab = page, to = url) => {
    await tab.goto(to);
    await started(tab);
    return tab;
  };
  return {
    server, tabs, page, url, open,
    newTab: async (to = url) => open(await tabs.newPage(), to),
    /**
     * Closes the browser and starts it again with the same profile, and perhaps somewhere else (`other`); gives
     * its page, where nothing is open yet. `meanwhile` is done while no browser has the profile.
     */
    restart: async (other = {}, meanwhile = () => {}) => {
      await tabs.close();
      await meanwhile();
      Object.assign(where, other);
      ({ tabs, page } = await enter());
      return page;
    },
  };
}

/** Waits until the app stands in the page. */
export const started = (page) => page.waitForSelector("#boot", { state: "detached" });

/** Waits until the app is held for working offline, and answers this page itself. */
export const held = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

/** Waits until everything that was written is durable. */
export async function saved(page) {
  await page.waitForFunction(() => document.querySelector("[data-status]")?.textContent === "Saved");
}

/** Goes to an address of the app and waits for its heading, which takes the focus in the frame after it is drawn. */
export async function go(page, hash) {
  await page.evaluate(async (to) => {
    if (location.hash === to) return;
    const went = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    location.hash = to;
    await went;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  }, hash);
  await page.waitForFunction((to) => location.hash === to && document.querySelector("main h1"), hash);
}

/** Skips the questions of a first visit. */
export async function skipWelcome(page) {
  await page.waitForSelector("main h1");
  if (await page.evaluate(() => location.hash === "#/welcome")) {
    await page.getByRole("button", { name: "Skip all questions" }).click();
    await page.waitForFunction(() => location.hash !== "#/welcome");
  }
}

/** Opens the example notebook, from the settings. */
export async function openExample(page) {
  await go(page, "#/settings");
  await page.getByRole("button", { name: "Look around with an example" }).click();
  await started(page);
  await page.getByRole("region", { name: "Example notebook" }).waitFor();
}

/** What axe finds wrong on the page as it stands, one line each. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeCore.source);
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "target-size": { enabled: true } },
      resultTypes: ["violations"],
    });
    return violations;
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary.split("\n").slice(1).join(" ").trim()}`));
}

/** The text of a download. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const stream = await download.createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString("utf8") };
}

/** The day on which the journeys that speak of days take place, a Tuesday, in Berlin. */
export const TODAY = "2026-04-14T10:00:00+02:00";

/** A visit to an empty notebook, its questions skipped. With `on`, the clock stands at that moment. */
export async function begin(t, { on, ...options } = {}) {
  const visited = await visit(t, options);
  if (on) await visited.tabs.clock.setFixedTime(on);
  await visited.open();
  await skipWelcome(visited.page);
  return visited;
}

/** Loads the page anew. */
export async function reload(page) {
  await saved(page);
  await page.reload();
  await started(page);
  await page.waitForSelector("main h1");
}

/** The field with exactly this label, in a page or a part of it. */
export const field = (within, label) => within.getByLabel(label, { exact: true });

/** Types into a field and leaves it. */
export async function write(within, label, text) {
  await field(within, label).fill(text);
  await field(within, label).blur();
}

/** Adds one more to a list with the line that is there for it. */
export async function add(within, label, text) {
  await field(within, label).fill(text);
  await field(within, label).press("Enter");
}

/** A section of the page, by its heading. */
export const section = (page, heading) => page.getByRole("region", { name: heading, exact: true });

/** The page's heading, once it says this. */
export const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

/** Writes a new goal and stays on it. */
export async function newGoal(page, title) {
  await go(page, "#/goals");
  await add(page, "New goal", title);
  await heading(page, title);
  await saved(page);
}

/** The day so many days after [`TODAY`], and the moment on it at which journeys take place. */
export const later = (days) => new Date(new Date(TODAY).getTime() + days * 86_400_000);
export const day = (days) => later(days).toISOString().slice(0, 10);

/** The clock goes on to another day, and the page notices. */
export async function onDay({ page, tabs }, days) {
  await tabs.clock.setFixedTime(later(days));
  await reload(page);
}

/** A person, and a mentorship with them in which one is guided every 14 days, begun so many days after [`TODAY`]. Gives its address. */
export async function beginMentorship(page, name, since = 0) {
  await go(page, "#/people");
  await add(page, "New person", name);
  await heading(page, name);
  await field(page, "Since").fill(day(since));
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  await heading(page, name);
  return new URL(page.url()).hash;
}

/** Notes a check-in that was on this day; `waits` for an answer. Then the page of the mentorship is open. */
export async function checkIn(page, mentorship, on, about, { waits = false } = {}) {
  await go(page, mentorship);
  const form = page.locator("[data-at=new-check-in]");
  await form.evaluate((details) => { details.open = true; });
  await field(form, "Day").fill(day(on));
  if (waits) await form.getByRole("checkbox", { name: "Waiting for an answer" }).check();
  await add(form, "What it was about, in a line", about);
  await page.getByRole("main").getByRole("textbox", { name: "Check-in", exact: true }).first().waitFor();
  await saved(page);
}

/** Presses Tab until the focus is there, as somebody without a mouse does. */
export async function tabTo(page, locator, { key = "Tab", most = 150 } = {}) {
  await locator.waitFor();
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${most} times ${key} did not lead to ${locator}`);
}

/** Goes there with Tab and presses a key. */
export async function pressOn(page, locator, key = "Enter", options) {
  await tabTo(page, locator, options);
  await page.keyboard.press(key);
}

/** Goes to a field with Tab and types into it. */
export async function typeInto(page, locator, text, options) {
  await tabTo(page, locator, options);
  await page.keyboard.type(text);
}

/** Presses what opens the browser's own choice of a file, and chooses this one. */
export async function chooseFileByKey(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), pressOn(page, field(page, "Choose a file"))]);
  await chooser.setFiles(file);
}

/** What the browser keeps of the app: local storage, and every store of every database. */
export const stored = (page) => page.evaluate(async () => {
  const kept = { local: Object.entries(localStorage).filter(([key]) => key.startsWith("mentorbook")).sort(), databases: {} };
  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    kept.databases[name] = {};
    for (const store of database.objectStoreNames) {
      kept.databases[name][store] = await result(database.transaction(store).objectStore(store).getAll());
    }
    database.close();
  }
  return kept;
});

/** Chooses a file where a backup is opened. */
export const chooseFile = (page, file) => field(page, "Choose a file").setInputFiles(file);

/** A file of this text, to be chosen. */
export const fileOf = (text, name = "backup.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** Saves a backup from the place Share. */
export async function saveBackup(page) {
  await go(page, "#/share");
  return downloaded(page, () => page.getByRole("button", { name: "Save a backup" }).click());
}
