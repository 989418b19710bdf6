import assert from "node:assert/strict";
import test from "node:test";
import { axe, begin, chooseFile, downloaded, field, fileOf, go, heading, newGoal, reload, saveBackup, saved, section, skipWelcome, started, stored, tabTo, visit, write } from "./support.mjs";

const BROKEN = "Mentorbook could not go on";
const LOOK = "What is stored in this browser";
/** The name of the own notebook's keys and database. */
const NAME = "mentorbook:/:mine";

/** What a panic leaves on the console. */
const PANIC = /panicked at|^unreachable$|^RuntimeError: unreachable/;

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Saves everything from the plain page, and gives what the file holds. */
async function saveEverything(page) {
  const { name, text } = await downloaded(page, () => button(page, "Save everything to a file").click());
  assert.match(name, /^mentorbook-rescue-\d{4}-\d\d-\d\d\.json$/);
  await page.getByRole("status").getByText("The file is on its way to your downloads.").waitFor();
  return JSON.parse(text);
}

/** The entries of the own notebook that a saved file holds, from each of the two stores. */
const entriesOf = (file) => ({
  local: Object.entries(file.localStorage).filter(([key]) => key.includes(":mine:entry:")).map(([, text]) => JSON.parse(text).entry),
  journal: Object.entries(file.indexedDB).filter(([name]) => name.endsWith(":mine")).flatMap(([, stores]) => stores.entries).map(({ value }) => JSON.parse(value.text).entry),
});

const titles = (entries) => entries.map(({ title }) => title).sort();

/** The DOM refuses what Leptos relies on, so the next screen is a panic. */
const breakNextScreen = (page) => page.evaluate(() => {
  Node.prototype.cloneNode = () => { throw new Error("Broken on purpose."); };
});

test("a panic ends on a page that says so and saves everything, and trying again brings it all back", { timeout: 60_000 }, async (t) => {
  const { page } = await begin(t, { tolerate: PANIC });
  await newGoal(page, "Learn Danish");
  await newGoal(page, "Learn to negotiate");
  await write(page, "Why it matters", "Fair pay");
  await saved(page);
  await field(page, "How I will know").pressSequentially("They say yes");
  await breakNextScreen(page);
  await page.evaluate(() => { location.hash = "#/people"; });
  await heading(page, BROKEN);
  await page.getByText("What you wrote is still stored in this browser (2 entries). Nothing was removed.").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), BROKEN, "the news is where the focus is");
  assert.equal(await page.locator(".shell").count(), 0, "nothing of the app is left to click on");
  assert.deepEqual(await axe(page), []);

  const file = await saveEverything(page);
  const { local, journal } = entriesOf(file);
  assert.deepEqual(titles(local), ["Learn Danish", "Learn to negotiate"]);
  assert.deepEqual(titles(journal), ["Learn Danish", "Learn to negotiate"]);
  for (const store of [local, journal]) assert.equal(store.find(({ title }) => title === "Learn to negotiate").why, "Fair pay");
  assert.match(file.reason, /panicked at/);
  assert.ok(file.onScreen.some((it) => it.field === "How I will know" && it.text === "They say yes"), "what stood in the fields is in the file");
  await page.getByText("Technical details").click();
  await page.getByText(/panicked at/).waitFor();

  await button(page, "Try again").click();
  await started(page);
  await heading(page, "People");
  await go(page, "#/goals");
  await page.getByText("2 goals").waitFor();
  await page.getByRole("link", { name: "Learn to negotiate" }).click();
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
});

test("what is left of the app after it broke does nothing more", async (t) => {
  const { page, newTab } = await begin(t, { tolerate: /^unreachable$|panicked at/ });
  await newGoal(page, "Learn to negotiate");
  const other = await newTab(page.url());
  await field(page, "Why it matters").pressSequentially("Half a sen");
  // What a panic throws, while the app's own wasm could still act.
  await page.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }); });
  await heading(page, BROKEN);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("n");
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide")));
  // A text becomes a change after a pause. The pause in the other tab begins later, so it ends later, too.
  await field(other, "How I will know").pressSequentially("They say yes");
  await other.waitForFunction(() => Object.values(localStorage).some((text) => text.includes("They say yes")));
  const { databases } = await stored(other);
  const done = databases[NAME].changes.map(({ label }) => label);
  assert.equal(done.length, 2, done.join());
  assert.match(done[1], /how I will know/i);
  await button(page, "Try again").click();
  await started(page);
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), "");
  assert.equal(await field(page, "How I will know").inputValue(), "They say yes");

  // Another address is a fresh start, too.
  await go(page, "#/goals");
  await breakNextScreen(page);
  await page.evaluate(() => { location.hash = "#/people"; });
  await heading(page, BROKEN);
  await page.goBack();
  await started(page);
  await heading(page, "Goals");
});

test("an app that stops in another way ends on that page too, and an ordinary error does not", async (t) => {
  const { page } = await begin(t, { tolerate: /An ordinary error\.|^unreachable$|^Maximum call stack size exceeded$/ });
  await newGoal(page, "Learn to negotiate");
  const threw = (act) => page.evaluate(async (act) => {
    const heard = new Promise((resolve) => { for (const type of ["error", "unhandledrejection"]) addEventListener(type, resolve, { once: true }); });
    const trap = () => {
      // The smallest module there is that stops as a panic does.
      const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]));
      new WebAssembly.Instance(module).exports.f();
    };
    const deep = () => 1 + deep();
    const acts = {
      ordinary: () => { throw new Error("An ordinary error."); },
      range: () => { throw new RangeError("An ordinary error."); },
      refused: () => { Promise.reject(new Error("An ordinary error.")); },
      trap, deep,
      later: () => { Promise.resolve().then(trap); },
    };
    setTimeout(acts[act]);
    await heard;
  }, act);
  for (const act of ["ordinary", "range", "refused"]) {
    await threw(act);
    await heading(page, "Learn to negotiate");
    assert.equal(await page.getByRole("heading", { name: BROKEN }).count(), 0, act);
  }
  for (const act of ["trap", "deep", "later"]) {
    await threw(act);
    await heading(page, BROKEN);
    await button(page, "Try again").click();
    await started(page);
    await heading(page, "Learn to negotiate");
  }
});

test("an app that cannot be loaded says so, and everything can be saved without it", { timeout: 90_000 }, async (t) => {
  const { page, tabs, url, open } = await visit(t, { tolerate: /^Failed to load resource: .*(404|ERR_FAILED)/ });
  // With a service worker the browser would have the app; there are browsers and windows without.
  await tabs.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  await open();
  await skipWelcome(page);
  await newGoal(page, "Learn to negotiate");
  const type = "application/wasm";
  const ways = {
    "no connection": [(route) => route.abort(), /Failed to fetch/],
    "nothing there": [(route) => route.fulfill({ status: 404, body: "Not found" }), /the server answered 404/],
    "garbage": [(route) => route.fulfill({ contentType: type, body: Buffer.from("This is no wasm at all.") }), /magic word/],
    "half of it": [async (route) => route.fulfill({ contentType: type, body: (await (await route.fetch()).body()).subarray(0, 500_000) }), /WebAssembly/],
  };
  for (const [what, [answer, reason]] of Object.entries(ways)) {
    await t.test(what, async () => {
      await tabs.route("**/*_bg.wasm", answer);
      await page.goto("about:blank");
      await page.goto(url);
      await heading(page, BROKEN);
      await page.getByText("(1 entry)").waitFor();
      const file = await saveEverything(page);
      assert.match(file.reason, reason);
      const { local, journal } = entriesOf(file);
      assert.deepEqual([titles(local), titles(journal)], [["Learn to negotiate"], ["Learn to negotiate"]]);
      assert.deepEqual(await axe(page), []);
      await tabs.unroute("**/*_bg.wasm");
      await button(page, "Try again").click();
      await started(page);
      await go(page, "#/goals");
      await page.getByRole("link", { name: "Learn to negotiate" }).waitFor();
    });
  }
});

// --- Storage that is blocked ----------------------------------------------------------------------

const blocked = {
  local: () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("Access is denied.", "SecurityError"); } }),
  database: () => { IDBFactory.prototype.open = () => { throw new DOMException("Access is denied.", "SecurityError"); }; },
};

/** An empty notebook in a browser that blocks these. */
async function beginBlocked(t, ...which) {
  const visited = await visit(t);
  for (const it of which) await visited.tabs.addInitScript(blocked[it]);
  await visited.open();
  await skipWelcome(visited.page);
  return visited;
}

const status = (page) => page.locator(".status").filter({ visible: true });

test("a browser that keeps nothing is told of at once, work goes on, and a backup can be saved", async (t) => {
  const { page, newTab, url } = await beginBlocked(t, "local", "database");
  const says = "Not saved This browser keeps nothing here. What you write lives only until this tab closes; save a backup before you leave.";
  const said = async () => (await status(page).innerText()).replace(/\s+/g, " ").replace(/ · no backup yet/, "").trim();
  assert.equal(await said(), says);
  await go(page, "#/goals");
  await field(page, "New goal").fill("Learn to negotiate");
  await field(page, "New goal").press("Enter");
  await heading(page, "Learn to negotiate");
  await write(page, "Why it matters", "Fair pay");
  await page.waitForFunction(() => document.querySelector("[data-status]").textContent === "Not saved");
  assert.equal(await said(), says);
  await go(page, "#/settings");
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Learn to negotiate" }).click();
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
  const { text } = await saveBackup(page);
  assert.deepEqual(JSON.parse(text).entries.map(({ title, why }) => [title, why]), [["Learn to negotiate", "Fair pay"]]);

  // The backup is all there is, and it is enough.
  const next = await newTab(`${url}#/share`);
  await field(next, "Choose a file").setInputFiles(fileOf(text));
  await button(next, "Open it").click();
  await next.getByRole("status").getByText(/^Opened: 1 added/).waitFor();

  const plain = await page.context().newPage();
  await plain.goto(`${url}#/rescue`);
  await plain.getByText("This browser does not let the page look at its storage now, so it cannot say what lies there.").waitFor();
});

test("without IndexedDB what is written survives a reload, and the page says what is missing", async (t) => {
  const { page } = await beginBlocked(t, "database");
  await newGoal(page, "Learn to negotiate");
  await status(page).getByText("Saved in local storage only: the journal that survives a crash cannot be reached.").waitFor();
  await reload(page);
  await heading(page, "Learn to negotiate");
  await status(page).getByText("Saved in local storage only").waitFor();
});

test("without local storage what is written survives a reload, and the page says what is missing", async (t) => {
  const { page } = await beginBlocked(t, "local");
  await newGoal(page, "Learn to negotiate");
  await status(page).getByText("Not saved to local storage, which refused it. It lies in the journal, so nothing is lost.").waitFor();
  await write(page, "Why it matters", "Fair pay");
  await reload(page);
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
  await status(page).getByText("It lies in the journal, so nothing is lost.").waitFor();
});

// --- Entries that are damaged ---------------------------------------------------------------------

/** Ways to damage the text of an entry, given that of another one; and what is said of it. */
const damages = {
  "a letter was flipped": [(text) => text.replace("negotiate", "negotiatf"), "does not fit its checksum"],
  "it is no JSON": [() => "Call Amara on Tuesday", "It is not valid JSON"],
  "it holds half of a character": [(text) => text.replace("negotiate", "nego\ud800tiate"), "half of a character"],
  "it is another entry": [(_, other) => other, "It is the text of another entry."],
};

/** Two goals, of which the text of one is damaged while the app is not open. `journal` does more to it. */
async function damaged(t, damage, journal) {
  const { page, url, open } = await begin(t);
  await newGoal(page, "Learn Danish");
  await newGoal(page, "Learn to negotiate");
  const id = (await page.evaluate(() => location.hash)).split("/").at(-1);
  await page.goto("about:blank");
  await page.goto(`${url}#/rescue`);
  await heading(page, LOOK);
  const key = `${NAME}:entry:${id}`;
  const texts = (await stored(page)).local.filter(([it]) => it.includes(":entry:"));
  const raw = damage(texts.find(([it]) => it === key)[1], texts.find(([it]) => it !== key)[1]);
  assert.notEqual(raw, texts.find(([it]) => it === key)[1]);
  await page.evaluate(([key, raw]) => localStorage.setItem(key, raw), [key, raw]);
  if (journal) await page.evaluate(journal, [NAME, id]);
  await page.goto("about:blank");
  await open(page, `${url}#/goals`);
  await heading(page, "Goals");
  return { page, key, raw, id };
}

const list = (page) => section(page, "What could not be read");

/** What “Save the raw text” saves from each row. What is no text is written as JavaScript writes it. */
async function savedRaw(page) {
  const found = [];
  for (const it of await list(page).getByRole("button", { name: "Save the raw text" }).all()) {
    const { text } = await downloaded(page, () => it.click());
    found.push(/^(\\u[0-9a-f]{4})+$/.test(text) ? JSON.parse(`"${text}"`) : text);
  }
  return found;
}

/** The text that lies under this key now. */
const lies = (page, key) => page.evaluate((key) => localStorage.getItem(key), key);

for (const [what, [damage, reason]] of Object.entries(damages)) {
  test(`an entry is damaged (${what}), and the journal brings it back`, async (t) => {
    const { page, key, raw } = await damaged(t, damage);
    await page.getByText("2 goals").waitFor();
    await page.getByRole("link", { name: "Learn to negotiate" }).waitFor();
    assert.equal(await page.getByText("Something stored here could not be read").count(), 0);
    await go(page, "#/settings");
    await list(page).getByText("Goal “Learn to negotiate”: could not be read in local storage, and is whole all the same").waitFor();
    await list(page).getByText(reason).waitFor();
    assert.deepEqual(await savedRaw(page), [raw]);
    assert.equal(JSON.parse(await lies(page, key)).entry.title, "Learn to negotiate", "it is whole again where it lay");
    await reload(page);
    await go(page, "#/goals");
    await page.getByText("2 goals").waitFor();
  });

  const without = {
    "the journal is gone": [([name]) => new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    })],
    "the journal's copy is damaged too": [([name, id]) => new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onerror = reject;
      request.onsuccess = () => {
        const transaction = request.result.transaction("entries", "readwrite");
        const entries = transaction.objectStore("entries");
        entries.get(id).onsuccess = ({ target: { result } }) => entries.put({ ...result, text: "The journal's own damage" }, id);
        transaction.oncomplete = () => { request.result.close(); resolve(); };
        transaction.onerror = transaction.onabort = reject;
      };
    }), "The journal's own damage"],
  };
  for (const [how, [journal, inJournal]] of Object.entries(without)) {
    test(`an entry is damaged (${what}) and ${how}: the rest opens, and the text stays as it is`, { timeout: 60_000 }, async (t) => {
      const { page, key, raw, id } = await damaged(t, damage, journal);
      const all = [raw, ...(inJournal ? [inJournal] : [])];
      await page.getByText("Something stored here could not be read. It was left as it is; the settings show it.").waitFor();
      await page.getByText("1 goal", { exact: true }).waitFor();
      await go(page, "#/settings");
      await list(page).getByText("Goal: cannot be read").first().waitFor();
      await list(page).getByText(reason).first().waitFor();
      assert.deepEqual(await savedRaw(page), all);

      await newGoal(page, "Learn to juggle");
      await go(page, "#/goals");
      await page.getByRole("link", { name: "Learn Danish" }).click();
      await write(page, "Why it matters", "To read Bjørn");
      await reload(page);
      await heading(page, "Learn Danish");
      assert.equal(await field(page, "Why it matters").inputValue(), "To read Bjørn");
      assert.equal(await lies(page, key), raw);
      if (inJournal) {
        const { databases } = await stored(page);
        assert.ok(databases[NAME].entries.some(({ text }) => text === inJournal));
      }
      await go(page, "#/settings");
      assert.deepEqual(await savedRaw(page), all);
      await go(page, `#/goals/${id}`);
      await heading(page, "There is nothing at this address");
    });
  }
}

test("half of a character stays as it was, also when the journal brings the entry back", async (t) => {
  const { page, raw } = await damaged(t, damages["it holds half of a character"][0]);
  await page.getByText("2 goals").waitFor();
  await reload(page);
  await go(page, "#/settings");
  await list(page).waitFor();
  assert.deepEqual(await savedRaw(page), [raw]);
});

// --- The page that works when the app does not -----------------------------------------------------

/** The file of the rescue page brings the notebook back in a browser that has none. */
async function opensElsewhere(t, text) {
  const { page } = await begin(t);
  await go(page, "#/share");
  await chooseFile(page, fileOf(text, "mentorbook-rescue.json"));
  const preview = page.getByRole("region", { name: "What opening it would do" });
  await preview.getByText("Would be added: 1").waitFor();
  await preview.getByRole("button", { name: "Open it" }).click();
  await saved(page);
  await reload(page);
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Learn Danish" }).waitFor();
}

test("at #/rescue one sees what is stored and saves it, by keyboard, without the app", async (t) => {
  const { page, url, newTab } = await begin(t);
  await newGoal(page, "Learn Danish");
  await newGoal(page, "Learn to negotiate");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await saved(page);
  const look = await page.context().newPage();
  await look.goto(`${url}#/rescue`);
  await heading(look, LOOK);
  await look.getByText("Your notebook has 1 entry here, in this browser and on this device.").waitFor();
  assert.equal(await look.title(), `${LOOK} · Mentorbook`);
  assert.equal(await look.evaluate(() => typeof window.mentorbookFlush), "undefined", "the app does not run");
  assert.equal(await look.evaluate(() => document.activeElement.textContent), LOOK);
  assert.deepEqual(await axe(look), []);
  await tabTo(look, button(look, "Save everything to a file"));
  const { text } = await downloaded(look, () => look.keyboard.press("Enter"));
  const { local, journal } = entriesOf(JSON.parse(text));
  for (const store of [local, journal]) assert.ok(titles(store).includes("Learn Danish"));
  await look.getByRole("status").getByText("The file is on its way to your downloads.").waitFor();
  await opensElsewhere(t, text);
  await tabTo(look, look.getByRole("link", { name: "Back to the notebook" }));
  await look.keyboard.press("Enter");
  await started(look);
  await heading(look, "Nothing asks for you today");
  const empty = await newTab();
  await heading(empty, "Nothing asks for you today");
});

test("going to #/rescue from the running app keeps what is being typed, and there is a way back", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await field(page, "Why it matters").pressSequentially("Fair pay");
  await page.evaluate(() => { location.hash = "#/rescue"; });
  await heading(page, LOOK);
  await page.getByText("1 entry").waitFor();
  assert.equal(entriesOf(await saveEverything(page)).local[0].why, "Fair pay");
  await page.goBack();
  await started(page);
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
});

test("at #/rescue an empty browser is called empty", async (t) => {
  const { page, url } = await visit(t, { colorScheme: "dark" });
  await page.goto(`${url}#/rescue`);
  await heading(page, LOOK);
  await page.getByText("There are no entries in this browser. Another browser or device has a notebook of its own.").waitFor();
  assert.deepEqual(await axe(page), []);
});

test("a part of the app that does not come says so, and comes when it is asked for again", async (t) => {
  const { page, open, tabs } = await visit(t, { tolerate: /Failed to load resource|later-|Failed to fetch|TypeError/ });
  const later = /\/later-[0-9a-f]+\.wasm$/;
  await tabs.route(later, (route) => route.abort());
  await open();
  await skipWelcome(page);
  await page.getByRole("heading", { level: 1, name: "This page could not be loaded" }).waitFor();
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Goals" }).click();
  await page.waitForFunction(() => location.hash === "#/goals");
  await page.getByRole("heading", { level: 1, name: "This page could not be loaded" }).waitFor();
  await page.getByRole("alert").getByText("Nothing you wrote is affected.").waitFor();
  assert.deepEqual(await axe(page), []);
  await tabs.unroute(later);
  await page.getByRole("button", { name: "Try again" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Goals" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
});
