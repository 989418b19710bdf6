import assert from "node:assert/strict";
import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { begin, field, heading, held, newGoal, pressOn, reload, saved, scratch, site, started } from "./support.mjs";

/**
 * A version of the site: the built one, marked by this name in its page, its boot script and its style
 * sheet, each file of a version under a name of its own. `boot` and `worker` change the two scripts.
 */
function version(t, name, { boot = (text) => text, worker = (text) => text } = {}) {
  const root = scratch();
  cpSync(site, root, { recursive: true });
  const hash = Buffer.from(name.padEnd(8, ".")).toString("hex").slice(0, 16);
  const edit = (file, change) => writeFileSync(join(root, file), change(readFileSync(join(root, file), "utf8")));
  const marks = { boot: `\ndocument.documentElement.dataset.script = "${name}";\n`, style: `\n:root { --version: ${name}; }\n` };
  const named = Object.entries(marks).map(([stem, mark]) => {
    const before = readdirSync(root).find((file) => file.startsWith(`${stem}-`));
    const now = before.replace(/-[0-9a-f]{16}/, `-${hash}`);
    renameSync(join(root, before), join(root, now));
    edit(now, (text) => (stem === "boot" ? boot(text) : text) + mark);
    return [before, now];
  });
  const rename = (text) => named.reduce((text, [before, now]) => text.replaceAll(before, now), text);
  edit("index.html", (text) => rename(text).replace("<html ", `<html data-page="${name}" `));
  edit("sw.js", (text) => worker(rename(text).replace(/VERSION = "[^"]*"/, `VERSION = "${name}"`)));
  return root;
}

/** Which version the page, its script and its style sheet are of: one word, unless versions were mixed. */
const runs = (page) => page.evaluate(() => {
  const root = document.documentElement;
  const marks = [root.dataset.page, root.dataset.script, getComputedStyle(root).getPropertyValue("--version").trim()];
  return [...new Set(marks)].join(" and ");
});

/** Waits until a tab runs this version, and nothing of another. */
async function switched(page, name) {
  await page.locator(`html[data-page=${name}]`).waitFor();
  await started(page);
  assert.equal(await runs(page), name);
}

/** Has the browser look for another version. It does so by itself on the next visit. */
const look = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });

const offer = (page) => page.getByRole("region", { name: "A new version is ready." });
const accept = (page) => offer(page).getByRole("button", { name: "Save and switch" }).click();

/** A notebook with a goal, opened in version one. */
async function versionOne(t, options = {}) {
  const visited = await begin(t, { root: version(t, "one"), ...options });
  await held(visited.page);
  await newGoal(visited.page, "Learn to negotiate");
  assert.equal(await runs(visited.page), "one");
  return visited;
}

test("a new version is offered in every tab, and one click switches all of them with what is being typed", { timeout: 60_000 }, async (t) => {
  const { page, newTab, server } = await versionOne(t);
  const other = await newTab(page.url());
  await heading(other, "Learn to negotiate");
  const stays = (tab) => tab.evaluate(() => globalThis.stays);
  for (const tab of [page, other]) await tab.evaluate(() => { globalThis.stays = true; });

  server.serve(version(t, "two"));
  await look(page);
  for (const tab of [page, other]) await offer(tab).waitFor();
  // A tab that is opened now still gets the old version, whole, and hears the news.
  const third = await newTab(page.url());
  await heading(third, "Learn to negotiate");
  assert.equal(await runs(third), "one");
  await offer(third).waitFor();
  for (const tab of [page, other]) assert.equal(await stays(tab), true, "nothing reloads by itself");

  // Somebody in the middle of a sentence: the pause in which a text becomes a change does not come.
  await other.evaluate(() => {
    const { setTimeout } = window;
    window.setTimeout = (act, wait, ...more) => (wait > 100 ? 0 : setTimeout(act, wait, ...more));
  });
  await field(other, "Why it matters").pressSequentially("Fair pay");
  await accept(page);
  for (const tab of [page, other, third]) {
    await switched(tab, "two");
    await heading(tab, "Learn to negotiate");
    assert.equal(await offer(tab).count(), 0);
    assert.equal(await stays(tab), undefined);
    assert.equal(await field(tab, "Why it matters").inputValue(), "Fair pay");
  }
  const caches = await page.evaluate(() => caches.keys());
  assert.deepEqual(caches.map((name) => name.split(":").at(-1)), ["two"], "the old version is gone");

  await server.stop();
  await reload(page);
  assert.equal(await runs(page), "two", "the new version is held whole");
  await heading(page, "Learn to negotiate");
});

test("“Later” hides the news, and it is there again on the next visit", async (t) => {
  const { page, newTab, server } = await versionOne(t);
  server.serve(version(t, "two"));
  await look(page);
  await offer(page).getByRole("button", { name: "Later" }).click();
  await offer(page).waitFor({ state: "detached" });
  await field(page, "Why it matters").fill("Fair pay");
  await field(page, "Why it matters").blur();
  await saved(page);
  assert.equal(await offer(page).count(), 0);

  const next = await newTab();
  assert.equal(await runs(next), "one");
  await offer(next).waitFor();
  await accept(next);
  for (const tab of [page, next]) await switched(tab, "two");
});

test("a new version is switched to with the keyboard alone", async (t) => {
  const { page, server } = await versionOne(t);
  server.serve(version(t, "two"));
  await look(page);
  await pressOn(page, offer(page).getByRole("button", { name: "Save and switch" }), "Enter", { key: "Shift+Tab" });
  await switched(page, "two");
  await heading(page, "Learn to negotiate");
});

test("a tab that opens while a new version is being fetched hears of it when it is ready", async (t) => {
  const { page, newTab, server } = await versionOne(t);
  // The fetching ends when it is told to.
  server.serve(version(t, "two", {
    worker: (text) => `${text}
      self.addEventListener("install", (event) => event.waitUntil(new Promise((resolve) => {
        self.addEventListener("message", ({ data }) => data === "go on" && resolve());
      })));`,
  }));
  await look(page);
  const late = await newTab();
  assert.equal(await offer(late).count(), 0);
  assert.equal(await late.evaluate(async () => {
    const { installing } = await navigator.serviceWorker.getRegistration();
    installing.postMessage("go on");
    return installing.state;
  }), "installing");
  await offer(late).waitFor();
  assert.equal(await runs(late), "one");
});

test("a version that cannot start makes room for the next one", { timeout: 60_000 }, async (t) => {
  const { page, server } = await versionOne(t);
  const broken = version(t, "two", { boot: (text) => text.replace("async function start() {", "$& throw new Error(\"The app is broken.\");") });
  server.serve(broken);
  await look(page);
  await accept(page);
  await heading(page, "Mentorbook could not go on");
  assert.equal(await runs(page), "two");
  await page.getByText("What you wrote is still stored in this browser (1 entry).").waitFor();

  server.serve(version(t, "three"));
  await look(page);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const { installing } = registration;
    if (installing) await new Promise((resolve) => installing.addEventListener("statechange", resolve, { once: true }));
    if (!registration.waiting) throw new Error("no version waits");
  });
  await page.getByRole("button", { name: "Try again" }).click();
  await switched(page, "three");
  await heading(page, "Learn to negotiate");
});
