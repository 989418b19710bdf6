// A notebook that a newer Mentorbook has written is left alone by an older one, whether it opens it or has it open.
import assert from "node:assert/strict";
import test from "node:test";
import { axe, begin, downloaded, field, heading, newGoal, reload, saved, stored, write } from "./support.mjs";

const NAME = "mentorbook:/:mine";

/** Runs in the page: every entry in both stores, as a version to come would have written it. */
const writeNewer = (name) => new Promise((resolve, reject) => {
  const newer = (text) => text.replace("{", '{"format":9,');
  for (const key of Object.keys(localStorage)) if (key.includes(":entry:")) localStorage.setItem(key, newer(localStorage.getItem(key)));
  const request = indexedDB.open(name);
  request.onerror = reject;
  request.onsuccess = () => {
    const transaction = request.result.transaction("entries", "readwrite");
    transaction.objectStore("entries").openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      cursor.update({ ...cursor.value, text: newer(cursor.value.text) });
      cursor.continue();
    };
    transaction.oncomplete = () => { request.result.close(); resolve(); };
    transaction.onerror = transaction.onabort = reject;
  };
});

/** What lies in both stores of the entries. */
async function entries(page) {
  const { local, databases } = await stored(page);
  return [local.filter(([key]) => key.includes(":entry:")), databases[NAME].entries];
}

test("an older app that opens it says so, changes nothing, and saves it to a file", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await page.evaluate(writeNewer, NAME);
  const before = await entries(page);
  await page.reload();
  await heading(page, "A newer Mentorbook wrote this notebook");
  await page.getByText("Your notebook is stored in this browser (1 entry).").waitFor();
  await page.getByRole("button", { name: "Get the newest version" }).waitFor();
  assert.deepEqual(await axe(page), []);
  const { text } = await downloaded(page, () => page.getByRole("button", { name: "Save everything to a file" }).click());
  assert.ok(text.includes("Learn to negotiate"));
  assert.deepEqual(await entries(page), before);
});

test("an older tab that has it open writes nothing over it, says so, and what was written there can be saved", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await saved(page);
  await page.evaluate(writeNewer, NAME);
  const before = await entries(page);
  await write(page, "Why it matters", "Written in the older tab");
  const banner = page.getByRole("region", { name: "Not everything is kept" });
  await banner.getByText(/^A newer Mentorbook has this notebook now, and this tab must not write over it\./).waitFor();
  assert.equal(await page.locator("[data-status]").textContent(), "Not saved");
  await banner.getByRole("link", { name: "Save a backup" }).click();
  await heading(page, "Share");
  const { text } = await downloaded(page, () => page.getByRole("button", { name: "Save a backup" }).click());
  assert.ok(text.includes("Written in the older tab"));
  assert.deepEqual(await entries(page), before);
  await banner.getByRole("button", { name: "Reload" }).click();
  await heading(page, "A newer Mentorbook wrote this notebook");
  assert.deepEqual(await entries(page), before, "not even while the page went away");
});
