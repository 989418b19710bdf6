// A text that could not be read: tried again when it can be, and let go of after a question.
import assert from "node:assert/strict";
import test from "node:test";
import { begin, go, heading, newGoal, pressOn, reload, saved, section, stored } from "./support.mjs";

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
