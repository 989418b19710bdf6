// What the browser takes away is noticed and said, and what was written is not lost with it.
import assert from "node:assert/strict";
import { cpSync, readdirSync, renameSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { begin, chooseFile, field, fileOf, go, heading, held, newGoal, openExample, reload, saveBackup, saved, scratch, section, site, skipWelcome, started, stored, visit, write } from "./support.mjs";
import { logs, torn } from "../torture/torn.mjs";

const MINE = "mentorbook:/:mine";
const REFILLED = "The browser had cleared a part of what is stored here. The other part was whole, so nothing is missing; both have everything again.";

const button = (page, name) => page.getByRole("button", { name, exact: true });
/** Where it is said that something is not kept as it should be. */
const trouble = (page) => page.getByRole("region", { name: "Not everything is kept" });

/** Two goals, the second open and with a reason, and one that was removed. */
async function beginWithGoals(t, options) {
  const visited = await visit(t, options);
  const { page } = visited;
  await visited.tabs.addInitScript(heldTimers);
  await visited.open();
  await skipWelcome(page);
  await newGoal(page, "Learn to juggle");
  await button(page, "Remove").click();
  await heading(page, "Goals");
  await newGoal(page, "Learn Danish");
  await newGoal(page, "Learn to negotiate");
  await write(page, "Why it matters", "Fair pay");
  await saved(page);
  return visited;
}

/** A page of the same origin beside the app, in which the app does not run. */
async function beside({ tabs, url }) {
  const page = await tabs.newPage();
  await page.goto(`${url}#/rescue`);
  await heading(page, "What is stored in this browser");
  return page;
}

/** Leaves the app, so that the notebook is closed; the page stays in its origin. */
async function close(page, url) {
  await page.goto("about:blank");
  await page.goto(`${url}#/rescue`);
  await heading(page, "What is stored in this browser");
}

/** Opens the app again in a page that had left it. */
async function openAt(page, address) {
  await page.goto("about:blank");
  await page.goto(address);
  await started(page);
}

const take = {
  "local storage": (page) => page.evaluate(() => localStorage.clear()),
  // A connection may end what it is at before it lets go; one that never does makes the test run out of time.
  "the journal": (page) => page.evaluate((name) => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  }), MINE),
};

/** Runs before the app: while the page is told to stand still none of its timers runs; they do when it goes on. */
function heldTimers() {
  const [ever, held] = [window.setTimeout, []];
  let still = false;
  window.setTimeout = (run, ...rest) => ever(() => { if (still) held.push(run); else run(); }, ...rest);
  window.standStill = (now) => {
    still = now;
    if (!now) held.splice(0).forEach((run) => run());
  };
}

/**
 * Clears what the browser keeps of this site, as somebody does in its settings while the page is open. Of several stores
 * one goes after the other, on a busy machine so late that the page has noticed the first and filled it again from the
 * second, or has compared the two as it does some seconds after opening: until all of them are gone it looks at nothing
 * by itself.
 */
async function clearSite({ page, tabs, url }, storageTypes) {
  const session = await tabs.newCDPSession(page);
  await page.evaluate(() => window.standStill(true));
  await session.send("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes });
  await page.evaluate(() => window.standStill(false));
}

/** The texts of the entries in each of the two stores, sorted. */
async function texts(page) {
  const { local, databases } = await stored(page);
  return {
    shelf: local.filter(([key]) => key.startsWith(`${MINE}:entry:`)).map(([, text]) => text).sort(),
    journal: (databases[MINE]?.entries ?? []).map(({ text }) => text).sort(),
  };
}

/** The notebook of `beginWithGoals` is there, and nothing else. */
async function allThere(page, { why = "Fair pay", evidence = "" } = {}) {
  await go(page, "#/goals");
  await page.getByText("2 goals", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Learn Danish" }).waitFor();
  await page.getByRole("link", { name: "Learn to negotiate" }).click();
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), why);
  assert.equal(await field(page, "How I will know").inputValue(), evidence);
}

/** Changes the goal that is open, and waits until local storage has it. */
async function changeOnShelf(page) {
  await write(page, "How I will know", "They say yes");
  await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes("They say yes")));
  await page.waitForFunction(() => document.querySelector("[data-status]").textContent !== "Saving");
}

// --- One of the two stores is gone ------------------------------------------------------------------

test("local storage that was evicted while the notebook was closed is filled again from the journal", async (t) => {
  const { page, url } = await beginWithGoals(t);
  const before = await texts(page);
  assert.equal(before.shelf.length, 3);
  assert.deepEqual(before.shelf, before.journal);
  await close(page, url);
  await take["local storage"](page);
  assert.deepEqual((await stored(page)).local, []);

  await openAt(page, `${url}#/goals`);
  await allThere(page);
  assert.deepEqual(await texts(page), before, "also what was removed stays removed");
  assert.equal(await trouble(page).count(), 0);
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("status").getByText("Undid: Changed why it matters of “Learn to negotiate”").waitFor();
  assert.equal(await field(page, "Why it matters").inputValue(), "");
});

test("a journal that was deleted while the notebook was closed is filled again, and only undo begins anew", async (t) => {
  const { page, url } = await beginWithGoals(t);
  const before = await texts(page);
  await close(page, url);
  await take["the journal"](page);
  assert.deepEqual((await stored(page)).databases, {});

  await openAt(page, `${url}#/goals`);
  await allThere(page);
  assert.deepEqual(await texts(page), before);
  assert.equal(await trouble(page).count(), 0);
  const here = await page.evaluate(() => location.hash);
  await go(page, "#/history");
  await page.getByText("Nothing was changed yet.").waitFor();
  await page.keyboard.press("Control+z");
  await go(page, here);
  await heading(page, "Learn to negotiate");
  await write(page, "Why it matters", "Respect");
  await reload(page);
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("status").getByText("Undid: Changed why it matters of “Learn to negotiate”").waitFor();
  await allThere(page);
});

test("after either store was lost, the other may be lost too, the next time", { timeout: 60_000 }, async (t) => {
  const { page, url } = await beginWithGoals(t);
  for (const which of ["the journal", "local storage", "the journal"]) {
    await close(page, url);
    await take[which](page);
    await openAt(page, `${url}#/goals`);
    await allThere(page);
  }
});

test("when a browser that was killed takes its databases for corrupt, local storage has what was written since", { timeout: 60_000 }, async (t) => {
  const profile = scratch();
  const { restart, open, page: first } = await beginWithGoals(t, { profile });
  const address = first.url();
  const tear = () => {
    const log = logs(profile).find((name) => name.endsWith(".log"));
    assert.equal(torn(profile), false);
    truncateSync(log, statSync(log).size - 3);
    assert.equal(torn(profile), true);
  };
  // The browser starts well once, and writes on behind the tear; then it cannot read its own log any more.
  const second = await open(await restart({}, tear), address);
  await changeOnShelf(second);
  await saved(second);
  const page = await open(await restart(), address);
  await allThere(page, { evidence: "They say yes" });
  assert.equal(await trouble(page).count(), 0);
  const { shelf, journal } = await texts(page);
  assert.equal(shelf.length, 3);
  assert.deepEqual(shelf, journal);
});

// --- Taken while the page is open -------------------------------------------------------------------

test("local storage that is cleared while the page is open takes the next change, and the rest at the next visit", async (t) => {
  const visited = await beginWithGoals(t);
  const { page } = visited;
  await take["local storage"](await beside(visited));
  await changeOnShelf(page);
  await saved(page);
  await reload(page);
  await allThere(page, { evidence: "They say yes" });
  const { shelf, journal } = await texts(page);
  assert.equal(shelf.length, 3);
  assert.deepEqual(shelf, journal);
});

test("local storage that was cleared while the page was open holds everything again after the next change", async (t) => {
  const visited = await beginWithGoals(t);
  const { page } = visited;
  await take["local storage"](await beside(visited));
  await changeOnShelf(page);
  const { shelf, journal } = await texts(page);
  assert.deepEqual(shelf, journal);
});

test("a journal that is deleted while the page is open is made anew at once, and it is said", async (t) => {
  const visited = await beginWithGoals(t);
  const { page } = visited;
  await take["the journal"](await beside(visited));
  await page.getByRole("status").getByText(REFILLED).waitFor();
  await saved(page);
  const before = await texts(page);
  assert.equal(before.journal.length, 3);
  assert.deepEqual(before.shelf, before.journal);
  await button(page, "Dismiss").click();
  await newGoal(page, "Learn to listen");
  await button(page, "Remove").click();
  await page.getByRole("status").getByText("Removed goal “Learn to listen”").waitFor();
  await button(page, "Undo").click();
  await page.getByRole("link", { name: "Learn to listen" }).click();
  await button(page, "Remove").click();
  await allThere(page);
  await reload(page);
  await allThere(page);
  assert.equal(await trouble(page).count(), 0);
  const { shelf, journal } = await texts(page);
  assert.equal(shelf.length, 4);
  assert.deepEqual(shelf, journal);
});

/** Somebody looks at the page again. The browser tells a page nothing of what became of its own local storage. */
const lookAgain = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("when both stores are cleared while the page is open, what is on screen can be saved to a file and comes back from it", { timeout: 60_000 }, async (t) => {
  const visited = await beginWithGoals(t);
  const { page, url } = visited;
  await clearSite(visited, "local_storage,indexeddb");
  await lookAgain(page);
  await trouble(page).getByText(/^What this site stored was cleared while your notebook was open\./).waitFor();
  const { text } = await saveBackup(page);
  const entries = JSON.parse(text).entries.filter(({ removed }) => !removed).map(({ title, why }) => [title, why]);
  assert.deepEqual(entries.sort(), [["Learn Danish", undefined], ["Learn to negotiate", "Fair pay"]]);

  await close(page, url);
  await take["local storage"](page);
  await openAt(page, url);
  await skipWelcome(page);
  await go(page, "#/share");
  await chooseFile(page, fileOf(text));
  await button(page, "Open it").click();
  await page.getByRole("status").getByText("Opened: 2 added").waitFor();
  await reload(page);
  await allThere(page);
});

test("when both stores are cleared while the page is open, all of it is written back with a click", async (t) => {
  const visited = await beginWithGoals(t);
  const { page } = visited;
  await clearSite(visited, "local_storage,indexeddb");
  await lookAgain(page);
  await trouble(page).getByRole("button", { name: "Write it back" }).click();
  await page.getByRole("status").getByText("It was written back.").waitFor();
  await saved(page);
  await reload(page);
  await allThere(page);
});

test("when both stores are cleared while the page is open, the next change brings back all that is on screen", async (t) => {
  const visited = await beginWithGoals(t);
  const { page } = visited;
  page.setDefaultTimeout(10_000);
  await clearSite(visited, "local_storage,indexeddb");
  await changeOnShelf(page);
  await page.reload();
  await started(page);
  await allThere(page, { evidence: "They say yes" });
});

for (const [what, types] of [["only what was held for working offline", "service_workers,cache_storage"], ["everything of this site", "all"]]) {
  test(`when somebody clears ${what}, an open page stays as it is`, async (t) => {
    const visited = await beginWithGoals(t);
    const { page } = visited;
    page.setDefaultTimeout(10_000);
    await held(page);
    await page.evaluate(() => {
      window.asItWas = true;
      navigator.serviceWorker.addEventListener("controllerchange", () => { window.workerGone = true; });
    });
    await clearSite(visited, types);
    // Either the page hears of it or it is another page by then.
    await page.waitForFunction(() => window.workerGone || !window.asItWas);
    await allThere(page);
    const { text } = await saveBackup(page);
    assert.equal(await page.evaluate(() => window.asItWas), true, "it was not loaded anew");
    assert.equal(JSON.parse(text).entries.filter(({ removed }) => !removed).length, 2);
  });
}

// --- What a browser does not have, or not for this page -----------------------------------------------

/** Writes in two tabs at once and in turns, into one goal and beside it, and looks for all of it afterwards. */
async function twoTabsLoseNothing({ page, newTab }) {
  await newGoal(page, "Learn to negotiate");
  const other = await newTab(page.url());
  await heading(other, "Learn to negotiate");
  // What is typed becomes a change after a pause, so neither tab has heard of the other's when it makes its own.
  await Promise.all([field(page, "Why it matters").fill("Fair pay"), field(other, "How I will know").fill("They say yes")]);
  await Promise.all([field(page, "Why it matters").blur(), field(other, "How I will know").blur()]);
  await Promise.all([saved(page), saved(other)]);
  await write(page, "Target date", "2030-06-30");
  await saved(page);
  await field(other, "Add a milestone").fill("Read one book");
  await field(other, "Add a milestone").press("Enter");
  await saved(other);
  await newGoal(page, "Learn Danish");
  await newGoal(other, "Learn to listen");
  for (const tab of [page, other]) {
    await reload(tab);
    await go(tab, "#/goals");
    await tab.getByText("3 goals", { exact: true }).waitFor();
    await tab.getByRole("link", { name: "Learn to negotiate" }).click();
    await heading(tab, "Learn to negotiate");
    const shown = await Promise.all(["Why it matters", "How I will know", "Target date"].map((label) => field(tab, label).inputValue()));
    assert.deepEqual(shown, ["Fair pay", "They say yes", "2030-06-30"]);
    await tab.getByRole("checkbox", { name: "Read one book" }).waitFor();
  }
}

const without = {
  "locks": () => { delete Navigator.prototype.locks; },
  "channels between tabs": () => { delete window.BroadcastChannel; },
  "service workers": () => { delete Navigator.prototype.serviceWorker; },
  "a storage manager": () => { delete Navigator.prototype.storage; },
};
without["any of these"] = `(${Object.values(without).map((it) => `(${it})()`).join(", ")})`;

for (const [what, hide] of Object.entries(without)) {
  test(`in a browser without ${what} two tabs lose nothing`, { timeout: 60_000 }, async (t) => {
    const visited = await visit(t);
    await visited.tabs.addInitScript(typeof hide === "string" ? { content: hide } : hide);
    await visited.open();
    await skipWelcome(visited.page);
    await twoTabsLoseNothing(visited);
    assert.equal(await trouble(visited.page).count(), 0);
  });
}

test("served without HTTPS, where the browser holds back locks and workers, two tabs lose nothing", { timeout: 60_000 }, async (t) => {
  // The browser says once that it passes over a header there.
  const visited = await begin(t, { host: "mentorbook.test", tolerate: /Cross-Origin-Opener-Policy header has been ignored/ });
  const has = await visited.page.evaluate(() => [isSecureContext, "locks" in navigator, "serviceWorker" in navigator, "storage" in navigator]);
  assert.deepEqual(has, [false, false, false, false]);
  await twoTabsLoseNothing(visited);
  assert.equal(await trouble(visited.page).count(), 0);
});

test("in a browser without channels a tab that is looked at again shows what another one wrote", async (t) => {
  const { page, tabs, open, newTab } = await visit(t);
  await tabs.addInitScript(without["channels between tabs"]);
  await open();
  await skipWelcome(page);
  await newGoal(page, "Learn to negotiate");
  const other = await newTab(page.url());
  await write(other, "Why it matters", "Fair pay");
  await saved(other);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.waitForFunction(() => document.querySelector("[data-at=why]").value === "Fair pay", undefined, { timeout: 10_000 });
});

/** A visit with a browser that refuses IndexedDB. */
async function withoutJournal(t) {
  const visited = await visit(t);
  visited.tabs.setDefaultTimeout(10_000);
  await visited.tabs.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException("Access is denied.", "SecurityError"); }; });
  await visited.open();
  await skipWelcome(visited.page);
  return visited;
}

test("in a browser without IndexedDB two tabs lose nothing", { timeout: 60_000 }, async (t) => {
  await twoTabsLoseNothing(await withoutJournal(t));
});

test("in a browser without IndexedDB, what a tab that had not heard of it writes over is written again", async (t) => {
  const visited = await withoutJournal(t);
  const { page } = visited;
  await newGoal(page, "Learn to negotiate");
  const goal = () => Object.entries(localStorage).find(([, text]) => text.includes("Learn to negotiate"));
  const before = await page.evaluate(goal);
  await write(page, "Why it matters", "Fair pay");
  await saved(page);
  const now = await page.evaluate(goal);
  assert.match(now[1], /Fair pay/);
  const other = await beside(visited);
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), before);
  await other.waitForFunction(([key, text]) => localStorage.getItem(key) === text, now);
  await reload(page);
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
});

test("when the journal is deleted while two tabs are open, they lose nothing", { timeout: 60_000 }, async (t) => {
  const visited = await beginWithGoals(t);
  const { page, newTab } = visited;
  const other = await newTab(page.url());
  await take["the journal"](await beside(visited));
  await changeOnShelf(page);
  await write(other, "Why it matters", "Respect");
  for (const tab of [page, other]) await saved(tab);
  await reload(page);
  await allThere(page, { why: "Respect", evidence: "They say yes" });
});

// --- Several copies on one origin ---------------------------------------------------------------------

/** A site with a copy of the app in each of these folders. */
function copies(...folders) {
  const root = scratch();
  for (const folder of folders) cpSync(site, join(root, folder), { recursive: true });
  return root;
}

test("two copies of the app in two folders of one origin are two notebooks, online and offline, to the end", { timeout: 90_000 }, async (t) => {
  const { page, server, tabs, url, open } = await visit(t, { root: copies("one", "two") });
  const one = page;
  const two = await tabs.newPage();
  await open(one, `${url}one/`);
  await skipWelcome(one);
  await newGoal(one, "Learn Danish");
  await open(two, `${url}two/`);
  await heading(two, "A notebook for mentorship, yours alone");
  await skipWelcome(two);
  await newGoal(two, "Learn to negotiate");
  await go(one, "#/goals");
  await one.getByText("1 goal", { exact: true }).waitFor();
  await one.getByRole("link", { name: "Learn Danish" }).waitFor();

  const look = await tabs.newPage();
  for (const folder of ["one", "two"]) {
    await look.goto("about:blank");
    await look.goto(`${url}${folder}/#/rescue`);
    await look.getByText("Your notebook has 1 entry here").waitFor();
  }

  await go(two, "#/settings");
  await button(two, "Erase everything").click();
  await two.getByRole("dialog", { name: "Erase the whole notebook?" }).getByRole("button", { name: "Erase it all" }).click();
  await heading(two, "A notebook for mentorship, yours alone");
  await reload(one);
  await one.getByRole("link", { name: "Learn Danish" }).waitFor();

  await Promise.all([held(one), held(two)]);
  await server.stop();
  await openAt(one, `${url}one/#/goals`);
  await one.getByRole("link", { name: "Learn Danish" }).waitFor();
  await openAt(two, `${url}two/`);
  await heading(two, "A notebook for mentorship, yours alone");
});

test("a tab that showed the example of one copy shows one's own notebook in the other", async (t) => {
  const { page, url, open } = await visit(t, { root: copies("one", "two") });
  page.setDefaultTimeout(10_000);
  await open(page, `${url}two/`);
  await skipWelcome(page);
  await newGoal(page, "Learn to negotiate");
  await open(page, `${url}one/`);
  await skipWelcome(page);
  await openExample(page);
  await open(page, `${url}two/#/goals`);
  await heading(page, "Goals");
  assert.equal(await page.getByRole("region", { name: "Example notebook" }).count(), 0);
  await page.getByText("1 goal", { exact: true }).waitFor();
});

test("a copy in a folder below another copy opens, also when it is of another version", async (t) => {
  const root = copies("", "next");
  // Another version has other names.
  const lower = join(root, "next");
  const boot = readdirSync(lower).find((name) => name.startsWith("boot-"));
  const renamed = boot.replace(/-[0-9a-f]{16}/, `-${"0123456789abcdef"}`);
  renameSync(join(lower, boot), join(lower, renamed));
  for (const name of ["index.html", "sw.js"]) {
    const text = readFileSync(join(lower, name), "utf8").replaceAll(boot, renamed);
    writeFileSync(join(lower, name), name === "sw.js" ? text.replace(/VERSION = "[^"]*"/, 'VERSION = "next"') : text);
  }
  const { page, tabs, url, open } = await visit(t, { root });
  await open();
  await skipWelcome(page);
  await newGoal(page, "Learn Danish");
  await held(page);
  const next = await tabs.newPage();
  next.setDefaultTimeout(10_000);
  let loads = 0;
  next.on("load", () => { loads += 1; });
  await open(next, `${url}next/`);
  await heading(next, "A notebook for mentorship, yours alone");
  // Its own worker takes over from the one of the copy above; that is no reason to begin anew.
  await next.waitForFunction((own) => navigator.serviceWorker.controller?.scriptURL === own, `${url}next/sw.js`);
  await skipWelcome(next);
  await go(next, "#/goals");
  assert.equal(await section(next, "Goals").getByRole("listitem").count(), 0);
  assert.equal(await next.getByText("A new version is ready.").count(), 0);
  assert.equal(loads, 1);
});
