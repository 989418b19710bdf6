// The n-th call to a store throws, for every n: the app says what it could not keep, and what it called saved is there.
import assert from "node:assert/strict";
import { launch, serve, started } from "../journeys/support.mjs";

/** Runs in the page: counts every call to both stores, and lets the one of this number throw. */
function throwAt(number) {
  let calls = 0;
  const strike = () => {
    calls += 1;
    window.calls = calls;
    if (calls === number) throw new DOMException("Told to.", "UnknownError");
  };
  const methods = {
    Storage: ["getItem", "setItem", "removeItem", "key"],
    IDBFactory: ["open"],
    IDBDatabase: ["transaction"],
    IDBObjectStore: ["get", "getAll", "getAllKeys", "put", "add", "delete", "clear", "count", "openKeyCursor"],
    IDBIndex: ["getAll", "getAllKeys"],
  };
  for (const [type, names] of Object.entries(methods)) {
    for (const name of names) {
      const real = window[type].prototype[name];
      window[type].prototype[name] = function (...how) {
        // What a tab keeps for itself is no store of the notebook.
        if (this !== window.sessionStorage) strike();
        return real.apply(this, how);
      };
    }
  }
}

const status = (page) => page.locator(".status").innerText();

/** Somebody writes a goal, a reason, a step, removes it and undoes that. Gives what the page said at the end. */
async function write(page) {
  await page.waitForSelector("main h1");
  if (await page.getByRole("button", { name: "Skip all questions" }).count()) await page.getByRole("button", { name: "Skip all questions" }).click();
  await page.evaluate(() => { location.hash = "#/goals"; });
  const title = page.getByLabel("New goal", { exact: true });
  await title.fill("Learn to negotiate");
  await title.press("Enter");
  const why = page.getByLabel("Why it matters", { exact: true });
  await why.fill("Fair pay");
  await why.blur();
  const step = page.getByLabel("Add a milestone", { exact: true });
  await step.fill("Read one book");
  await step.press("Enter");
  await page.getByRole("button", { name: "Remove: Read one book" }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("checkbox", { name: "Read one book" }).waitFor();
  await page.waitForFunction(() => document.querySelector("[data-status]").textContent !== "Saving");
  return status(page);
}

/**
 * Lets each `every`-th call throw, from the `from`-th on, until a whole visit makes fewer calls. Gives how many
 * visits there were, how many calls one makes, and how often something was said.
 */
export async function faults({ from = 1, every = 1, log }) {
  const server = await serve();
  const browser = await launch();
  let [visits, told, calls] = [0, 0, 0];
  try {
    for (let number = from; ; number += every) {
      const tabs = await browser.newContext({ locale: "en-GB" });
      const page = await tabs.newPage();
      const wrong = [];
      page.on("pageerror", (error) => wrong.push(error.message));
      await page.addInitScript(throwAt, number);
      await page.goto(server.origin);
      await started(page);
      const said = await write(page);
      calls = await page.evaluate(() => window.calls);
      assert.deepEqual(wrong, [], `call ${number}`);
      assert.equal(await page.locator("main.rescue").count(), 0, `call ${number}: the app broke`);
      // Opened anew without faults: what was called saved is there.
      const again = await tabs.newPage();
      await again.goto(`${server.origin}/#/goals`);
      await started(again);
      if (!said.startsWith("Not saved")) {
        await again.getByRole("link", { name: "Learn to negotiate" }).click();
        await again.getByRole("checkbox", { name: "Read one book" }).waitFor();
        assert.equal(await again.getByLabel("Why it matters", { exact: true }).inputValue(), "Fair pay", `call ${number}`);
      }
      visits += 1;
      told += /Saved in|Not saved/.test(said);
      log(`call ${number}: ${said.replaceAll(/\s+/g, " ")}`);
      await tabs.close();
      if (number > calls) break;
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return { visits, calls, told };
}
