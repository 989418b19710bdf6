// The n-th call to a store fails, for every n: the app says what it could not keep, and what it called saved is there.
import assert from "node:assert/strict";
import { launch, serve, started } from "../journeys/support.mjs";

/**
 * Runs in the page: counts every call to both stores, and lets the one of this number fail. How: it `throws`; or
 * the request `fails` a moment later, with its transaction; or the request is answered and its transaction is
 * `aborted` all the same, as it is when the disk refuses in the end.
 */
function failAt([number, way]) {
  const wrap = (type, names, ways) => {
    for (const name of names) {
      const real = window[type].prototype[name];
      window[type].prototype[name] = function (...given) {
        // What a tab keeps for itself is no store of the notebook.
        if (this === window.sessionStorage) return real.apply(this, given);
        for (const it of Object.keys(ways)) {
          // Erasing loads the page anew, and the count goes on.
          sessionStorage[it] = Number(sessionStorage[it] ?? 0) + 1;
        }
        const call = () => real.apply(this, given);
        return ways[way] && Number(sessionStorage[way]) === number ? ways[way](call) : call();
      };
    }
  };
  const throws = () => { throw new DOMException("Told to.", "UnknownError"); };
  const fails = (call) => {
    const request = call();
    request.transaction.abort();
    return request;
  };
  const aborted = (call) => {
    const request = call();
    request.addEventListener("success", () => request.transaction?.abort());
    return request;
  };
  const { open } = IDBFactory.prototype;
  // A database that does not come to be.
  const neverOpens = () => {
    const request = open.call(indexedDB, "never", 1);
    request.addEventListener("upgradeneeded", () => request.transaction.abort());
    return request;
  };
  wrap("Storage", ["getItem", "setItem", "removeItem", "key"], { throws });
  wrap("IDBFactory", ["open"], { throws, fails: neverOpens });
  wrap("IDBDatabase", ["transaction"], { throws });
  wrap("IDBObjectStore", ["get", "getAll", "getAllKeys", "put", "add", "delete", "clear", "count", "openKeyCursor"], { throws, fails, aborted });
  wrap("IDBIndex", ["getAll", "getAllKeys"], { throws, fails, aborted });
}

/** All that the page says at this moment about how it stands. */
const said = (page) => page.evaluate(() => [...document.querySelectorAll(".status, [role=status], [role=alert], dialog[open]")].map((it) => it.innerText.replaceAll(/\s+/g, " ").trim()).filter(Boolean).join(" | "));
const settled = (page) => page.waitForFunction(() => document.querySelector("[data-status]").textContent !== "Saving");
const goals = (page) => page.locator("main").getByRole("link").filter({ hasText: /^Goal \d$/ }).allInnerTexts();

async function skip(page) {
  await page.waitForSelector("main h1");
  const button = page.getByRole("button", { name: "Skip all questions" });
  if (await button.count()) await button.click();
}

async function goTo(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForFunction((to) => location.hash === to && document.querySelector("main h1"), hash);
}

async function addGoal(page, title) {
  await goTo(page, "#/goals");
  const line = page.getByLabel("New goal", { exact: true });
  await line.fill(title);
  await line.press("Enter");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** A backup of many goals, as the app writes one. */
async function backupOf(page, count) {
  for (let number = 1; number <= count; number += 1) await addGoal(page, `Goal ${number}`);
  await goTo(page, "#/share");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save a backup" }).click()]);
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return { name: "backup.json", mimeType: "application/json", buffer: Buffer.concat(parts) };
}

/** How the page says that something lies nowhere but in it. */
const NOWHERE = "This browser keeps nothing here.";
const GOALS = ["Goal 1", "Goal 2", "Goal 3"];

/**
 * What somebody does while one call fails. `first` is done without faults; `act` gives what the page said at the
 * end; `holds` looks at the notebook afterwards, opened without faults, and is told that.
 */
const deeds = {
  "a first visit": {
    async act(page) {
      await skip(page);
      await addGoal(page, "Learn to negotiate");
      const why = page.getByLabel("Why it matters", { exact: true });
      await why.fill("Fair pay");
      await why.blur();
      const step = page.getByLabel("Add a milestone", { exact: true });
      await step.fill("Read one book");
      await step.press("Enter");
      await page.getByRole("button", { name: "Remove: Read one book" }).click();
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await page.getByRole("checkbox", { name: "Read one book" }).waitFor();
      await settled(page);
      return said(page);
    },
    async holds(page, told) {
      if (told.includes(NOWHERE)) return;
      await page.getByRole("link", { name: "Learn to negotiate" }).click();
      await page.getByRole("checkbox", { name: "Read one book" }).waitFor();
      assert.equal(await page.getByLabel("Why it matters", { exact: true }).inputValue(), "Fair pay");
    },
  },
  "opening, where each store lacks something of the other": {
    async first(page) {
      await skip(page);
      for (const title of GOALS) await addGoal(page, title);
      await settled(page);
      await page.evaluate(() => {
        const key = Object.keys(localStorage).find((it) => it.includes(":entry:") && localStorage[it].includes("Goal 2"));
        delete localStorage[key];
        return new Promise((resolve) => {
          indexedDB.open("mentorbook:/:mine").onsuccess = ({ target: { result: database } }) => {
            const transaction = database.transaction("entries", "readwrite");
            const entries = transaction.objectStore("entries");
            entries.openCursor().onsuccess = ({ target: { result: cursor } }) => {
              if (!cursor) return;
              if (cursor.value.text.includes("Goal 1")) cursor.delete();
              cursor.continue();
            };
            transaction.oncomplete = () => { database.close(); resolve(); };
          };
        });
      });
    },
    async act(page) {
      await goTo(page, "#/goals");
      const shown = await goals(page);
      const told = await said(page);
      assert.ok(shown.length === 3 || /Saved in|Not saved|could not/.test(told), `${shown} and nothing is said: ${told}`);
      await settled(page);
      return told;
    },
    async holds(page) {
      await page.getByRole("link", { name: "Goal 3" }).waitFor();
      assert.deepEqual((await goals(page)).sort(), GOALS);
    },
  },
  "opening a backup": {
    async first(page) {
      await skip(page);
      const file = await backupOf(page, 3);
      await erase(page);
      await skip(page);
      return file;
    },
    async act(page, file) {
      await goTo(page, "#/share");
      await page.getByLabel("Choose a file", { exact: true }).setInputFiles(file);
      await page.getByRole("button", { name: "Open it", exact: true }).click();
      await page.getByRole("status").getByText(/^Opened: /).waitFor();
      await settled(page);
      return said(page);
    },
    async holds(page, told) {
      await page.waitForSelector("main h1");
      const there = (await goals(page)).sort();
      if (told.includes(NOWHERE) && there.length === 0) return;
      assert.deepEqual(there, GOALS, "all of it or nothing");
    },
  },
  "erasing everything": {
    async first(page) {
      await skip(page);
      await addGoal(page, "Leave this company");
      await settled(page);
    },
    async act(page) {
      await erase(page);
      return said(page);
    },
    async holds(page, told) {
      const left = JSON.stringify(await page.evaluate(async () => {
        const texts = [Object.entries(localStorage)];
        for (const { name } of await indexedDB.databases()) {
          const database = await new Promise((resolve) => { indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result); });
          for (const store of database.objectStoreNames) {
            texts.push(await new Promise((resolve) => { database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => resolve(target.result); }));
          }
          database.close();
        }
        return texts;
      }));
      if (/Not everything could be erased|Everything that can be reached was erased/.test(told)) return;
      assert.ok(!left.includes("Leave this company"), `erased, and still there; it said: ${told}`);
    },
  },
};

/** Erases everything; whatever comes of it is said. */
async function erase(page) {
  await goTo(page, "#/settings");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("button", { name: "Erase it all" }).click();
  await page.waitForFunction(() => /was erased|Not everything could be erased/.test(document.body?.innerText));
  await started(page);
}

/**
 * Lets each `every`-th call fail, from the `from`-th on, in each way and while each thing is done. Gives how many
 * visits there were, how many calls there are to fail, and how often something was said.
 */
export async function faults({ from = 1, every = 1, only = "", log }) {
  const server = await serve();
  const browser = await launch();
  const sum = { visits: 0, told: 0, calls: 0 };
  const enter = async (storageState) => {
    const tabs = await browser.newContext({ locale: "en-GB", storageState });
    return { tabs, page: await tabs.newPage() };
  };
  const open = async (page, hash = "") => {
    await page.goto(server.origin + hash);
    await started(page);
  };
  /** Does it once more while this call fails in this way; gives what the page said. */
  const visit = async ({ act, holds }, { before, made }, number, way) => {
    const { tabs, page } = await enter(before);
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.addInitScript(failAt, [number, way]);
    try {
      await open(page);
      const says = await act(page, made);
      assert.deepEqual(wrong, []);
      assert.equal(await page.locator("main.rescue").count(), 0, "the app broke");
      const calls = await page.evaluate(() => ({ ...sessionStorage }));
      const again = await tabs.newPage();
      await open(again, "/#/goals");
      await holds(again, says);
      return { says, calls };
    } catch (error) {
      throw new Error(`call ${number} ${way}: ${error.message}; the page says: ${await said(page)}`, { cause: error });
    } finally {
      await tabs.close();
    }
  };
  try {
    for (const [deed, does] of Object.entries(deeds)) {
      const ways = ["throws", "fails", "aborted"].filter((way) => `${deed}, ${way}`.includes(only));
      if (!ways.length) continue;
      // What was there before is the same for each call.
      const there = {};
      if (does.first) {
        const { tabs, page } = await enter();
        await open(page);
        there.made = await does.first(page);
        there.before = await tabs.storageState({ indexedDB: true });
        await tabs.close();
      }
      // Without a fault, to know how many calls there are.
      const { calls } = await visit(does, there, 0, "throws");
      for (const way of ways) {
        sum.calls += Number(calls[way]);
        for (let number = from; number <= Number(calls[way]); number += every) {
          const { says } = await visit(does, there, number, way);
          sum.visits += 1;
          sum.told += /Saved in|Not saved|could not|Not everything|can be reached/.test(says);
          log(`${deed}, call ${number} ${way}: ${says}`);
        }
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return sum;
}
