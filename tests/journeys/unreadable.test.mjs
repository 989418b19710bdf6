// A text that could not be read: tried again when it can be, and let go of after a question.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, axe, begin, downloaded, go, heading, newGoal, pressOn, reload, saved, section, stored, write } from "./support.mjs";

const NAME = "mentorbook:/:mine";
const list = (page) => section(page, "What could not be read");

/** A notebook of two goals, of which one lies aside under this text and in no store any more. */
async function setAside(t, damage) {
  const { page, url } = await begin(t);
  await newGoal(page, "Learn Danish");
  await newGoal(page, "Learn to negotiate");
  await saved(page);
  const id = (await page.evaluate(() => location.hash)).split("/").at(-1);
  const whole = (await stored(page)).local.find(([key]) => key.endsWith(id))[1];
  await page.goto("about:blank");
  await page.goto(`${url}#/rescue`);
  await heading(page, "What is stored in this browser");
  await page.evaluate(([name, id, text]) => new Promise((resolve, reject) => {
    localStorage.removeItem(`${name}:entry:${id}`);
    localStorage.setItem(`${name}:aside:${id}:0`, text);
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  }), [NAME, id, damage(whole)]);
  await page.goto("about:blank");
  await page.goto(`${url}#/settings`);
  await list(page).getByText("Goal: cannot be read").waitFor();
  return page;
}

const goals = async (page, text) => {
  await go(page, "#/goals");
  await page.getByText(text, { exact: true }).waitFor();
};

test("what can be read after all is taken back with a click, and is there after that", async (t) => {
  const page = await setAside(t, (whole) => whole);
  await list(page).getByRole("button", { name: "Try again: Goal: cannot be read" }).click();
  await page.getByRole("status").getByText("It can be read again, and nothing of it is missing.").waitFor();
  assert.equal(await list(page).count(), 0);
  await goals(page, "2 goals");
  await reload(page);
  await goals(page, "2 goals");
  assert.equal((await stored(page)).local.filter(([key]) => key.includes(":aside:")).length, 0);
});

test("what still cannot be read stays, until one lets go of it, with the keyboard alone", async (t) => {
  const page = await setAside(t, (whole) => whole.slice(0, -20));
  await pressOn(page, list(page).getByRole("button", { name: "Try again: Goal: cannot be read" }));
  await page.getByRole("status").getByText(/^It still cannot be read\. .* It stays as it is\.$/).waitFor();
  await pressOn(page, list(page).getByRole("button", { name: "Let go of it: Goal: cannot be read" }));
  const question = page.getByRole("dialog", { name: "Let go of this text?" });
  await pressOn(page, question.getByRole("button", { name: "Keep it" }));
  await question.waitFor({ state: "hidden" });
  await list(page).waitFor();
  await pressOn(page, list(page).getByRole("button", { name: "Let go of it: Goal: cannot be read" }), "Enter", { key: "Shift+Tab" });
  await pressOn(page, question.getByRole("button", { name: "Let it go" }));
  await list(page).waitFor({ state: "detached" });
  await reload(page);
  await heading(page, "Settings");
  assert.equal(await list(page).count(), 0);
  await goals(page, "1 goal");
});

test("a mark, a change and an earlier day that cannot be read are listed, saved and let go of, and the notebook is whole", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await newGoal(page, "Learn Danish");
  // A day later the notebook is kept as it stood.
  await tabs.clock.setFixedTime("2026-04-15T10:00:00+02:00");
  await reload(page);
  await newGoal(page, "Learn to negotiate");
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(`${url.split("#")[0]}#/rescue`);
  await heading(page, "What is stored in this browser");
  await page.evaluate((name) => new Promise((resolve, reject) => {
    localStorage.setItem(`${name}:on-shelf`, "no number at all");
    const request = indexedDB.open(name);
    request.onerror = reject;
    request.onsuccess = () => {
      const transaction = request.result.transaction(["changes", "snapshots"], "readwrite");
      const [changes, snapshots] = ["changes", "snapshots"].map((store) => transaction.objectStore(store));
      changes.openCursor(null, "prev").onsuccess = ({ target: { result } }) => result.update({ ...result.value, before: "[{ the disk's own damage" });
      snapshots.openCursor(null, "prev").onsuccess = ({ target: { result } }) => result.update({ entries: 1 });
      transaction.oncomplete = () => { request.result.close(); resolve(); };
      transaction.onerror = transaction.onabort = reject;
    };
  }), NAME);
  await page.goto("about:blank");
  await page.goto(url);
  await heading(page, "Learn to negotiate");
  // Nothing is missing, so nothing is said until one looks.
  assert.equal(await page.getByText("Something stored here could not be read").count(), 0);
  await write(page, "Why it matters", "Fair pay");
  await saved(page);
  await go(page, "#/settings");
  const all = {
    "What local storage says of itself: could not be read, and was found out anew": "no number at all",
    "A change that was made: it cannot be taken back any more": "the disk's own damage",
    "An earlier day: how the notebook stood then cannot be read any more": "Learn Danish",
  };
  for (const [what, holds] of Object.entries(all)) {
    const { text } = await downloaded(page, () => list(page).getByRole("button", { name: `Save the raw text: ${what}` }).click());
    assert.ok(text.includes(holds), `${what}: ${text}`);
    await list(page).getByRole("button", { name: `Try again: ${what}` }).click();
    await page.getByRole("status").getByText(/^It still cannot be read\. .* It stays as it is\.$/).waitFor();
  }
  assert.deepEqual(await axe(page), []);
  for (const what of Object.keys(all)) {
    await list(page).getByRole("button", { name: `Let go of it: ${what}` }).click();
    await page.getByRole("dialog", { name: "Let go of this text?" }).getByRole("button", { name: "Let it go" }).click();
    await list(page).getByText(what).waitFor({ state: "detached" });
  }
  await list(page).waitFor({ state: "detached" });
  const { local, databases } = await stored(page);
  const { changes, snapshots, "snapshot-texts": texts } = databases[NAME];
  const left = JSON.stringify([local, changes]);
  assert.ok(!left.includes("no number at all") && !left.includes("the disk's own damage"), left);
  assert.ok(snapshots.every((head) => head.day) && texts.length === snapshots.length, JSON.stringify(snapshots));
  await reload(page);
  await goals(page, "2 goals");
});
