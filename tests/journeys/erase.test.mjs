// Erasing one entry for good: gone from everything that remembers, and looked for afterwards.
import assert from "node:assert/strict";
import test from "node:test";
import { axe, TODAY, add, begin, go, heading, newGoal, reload, saved, stored, write } from "./support.mjs";

test("an entry is erased for good, and nothing of it is left anywhere", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await newGoal(page, "Stay as I am");
  await newGoal(page, "Leave this company");
  await write(page, "Why it matters", "Nobody here may read this sentence");
  await add(page, "Add a milestone", "Write a letter of notice");
  await page.getByRole("checkbox", { name: "Write a letter of notice" }).check();
  await page.getByLabel("Add a milestone", { exact: true }).fill("A line that was not added yet");
  await saved(page);
  // A day later the notebook of the day before is kept, the secret with it.
  await tabs.clock.setFixedTime("2026-04-15T10:00:00+02:00");
  await reload(page);
  await write(page, "How I will know", "The door closes behind me");
  await saved(page);
  const secrets = ["Leave this company", "Nobody here may read", "letter of notice", "The door closes", "not added yet"];
  const left = async () => {
    const all = JSON.stringify(await stored(page));
    return secrets.filter((secret) => all.includes(secret));
  };
  assert.deepEqual(await left(), secrets, "all of it is stored before");

  await page.getByRole("button", { name: "Erase for good…" }).click();
  const question = page.getByRole("dialog", { name: "Erase this for good?" });
  assert.deepEqual(await axe(page), []);
  await question.getByRole("button", { name: "Keep it" }).click();
  await question.waitFor({ state: "hidden" });
  assert.deepEqual(await left(), secrets, "nothing is erased before the answer");
  await page.getByRole("button", { name: "Erase for good…" }).click();
  await question.getByRole("button", { name: "Erase it" }).click();
  await page.getByRole("status").getByText(/^Erased\. \d+ texts stored here were looked through, and nothing of it is left\.$/).waitFor();
  assert.deepEqual(await left(), []);

  await heading(page, "Goals");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  // It takes nothing else back instead, unless that is meant.
  await page.getByRole("status").getByText("What was erased is gone for good. Undo once more takes back what was done before it: Added goal “Stay as I am”").waitFor();
  await page.getByRole("link", { name: "Stay as I am" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("link", { name: "Stay as I am" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Do it again" }).click();
  await page.getByRole("link", { name: "Stay as I am" }).waitFor();
  await go(page, "#/history");
  await reload(page);
  assert.deepEqual(await left(), [], "Undo does not bring it back");
  // The rest is whole, also in what is kept of the day before.
  await page.getByRole("button", { name: "Go back to it: Today, how the day began" }).click();
  await page.getByRole("region", { name: "What going back would do" }).waitFor();
});

/** Types into a field of the other tab, letter by letter, until it cannot any more; gives what ends it. */
function typeOn(tab, label) {
  const state = { on: true };
  state.ended = (async () => {
    for (let word = 0; state.on && word < 400; word += 1) {
      await tab.getByLabel(label, { exact: true }).pressSequentially(`word${word} `, { delay: 5, timeout: 1000 }).catch(() => { state.on = false; });
    }
  })();
  return state;
}

/** The other tab of a goal, in which somebody types. */
async function withTyping(t) {
  const visited = await begin(t);
  const { page, newTab } = visited;
  await newGoal(page, "Stay as I am");
  await newGoal(page, "Leave this company");
  await write(page, "Why it matters", "Nobody here may read this sentence");
  await saved(page);
  const other = await newTab(page.url());
  await heading(other, "Leave this company");
  const typing = typeOn(other, "How I will know");
  await other.waitForFunction(() => document.querySelector("[data-at=evidence]").value.length > 20);
  return { ...visited, other, typing };
}

const told = "Something was erased for good in another tab, so this page was loaded anew.";

test("what is erased stays erased although somebody types into it in another tab, who is told", async (t) => {
  const { page, other, typing } = await withTyping(t);
  await page.getByRole("button", { name: "Erase for good…" }).click();
  const question = page.getByRole("dialog", { name: "Erase this for good?" });
  await question.getByText("“Leave this company” goes: from the notebook", { exact: false }).waitFor();
  await question.getByRole("button", { name: "Erase it" }).click();
  await page.getByRole("status").getByText(/nothing of it is left\.$/).waitFor();
  await other.getByText(told, { exact: false }).waitFor();
  typing.on = false;
  await typing.ended;
  for (const tab of [page, other]) {
    await reload(tab);
    await go(tab, "#/goals");
    await tab.getByText("1 goal", { exact: true }).waitFor();
  }
  const all = JSON.stringify(await stored(page));
  assert.deepEqual(["Leave this company", "Nobody here may read", "word3"].filter((secret) => all.includes(secret)), []);
  assert.ok(all.includes("Stay as I am"));
});

test("when everything is erased, nothing is written again by a tab in which somebody types, and no letter is taken for a command", async (t) => {
  const { page, other, typing } = await withTyping(t);
  await go(page, "#/settings");
  await page.getByRole("button", { name: "Erase everything" }).click();
  const question = page.getByRole("dialog", { name: "Erase the whole notebook?" });
  await question.getByText("2 entries go, with the journal, the history and the earlier days (no backup yet).", { exact: false }).waitFor();
  await question.getByRole("link", { name: "Save a backup first" }).waitFor();
  await question.getByRole("button", { name: "Erase it all" }).click();
  await page.getByText("Everything was erased.", { exact: false }).waitFor();
  await other.getByText(told, { exact: false }).waitFor();
  const address = other.url();
  await other.keyboard.type("still typing, and no letter of this goes anywhere");
  assert.equal(other.url(), address);
  typing.on = false;
  await typing.ended;
  await reload(other);
  const { local, databases } = await stored(page);
  const entries = local.filter(([key]) => key.includes(":entry:"));
  assert.deepEqual(entries, []);
  assert.ok(!JSON.stringify(databases).includes("Leave this company"));
});

test("a tab that is opened while another one erases says what it waits for, and opens when that has ended", async (t) => {
  const { page, tabs } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await saved(page);
  const pens = await page.evaluate(async () => (await navigator.locks.query()).held.map((it) => it.name).find((name) => name.endsWith(":pens")));
  // A page of the same site without the app, which holds the lock as long as somebody who erases.
  await tabs.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await page.goto(new URL("icons/mark.svg", page.url()).href);
  await page.evaluate((name) => new Promise((given) => {
    navigator.locks.request(name, () => {
      given();
      return new Promise((ended) => { globalThis.ended = ended; });
    });
  }), pens);
  const other = await tabs.newPage();
  await other.goto(new URL("..", page.url()).href);
  await other.getByText("Another tab is erasing something. Your notebook opens here as soon as it has ended.").waitFor();
  await other.getByRole("heading", { name: "Mentorbook", exact: true }).waitFor();
  await page.evaluate(() => globalThis.ended());
  await other.getByRole("navigation", { name: "Places" }).waitFor();
});

test("where the journal cannot be reached, erasing says what it did not reach", async (t) => {
  const visited = await begin(t);
  const { page, tabs } = visited;
  await newGoal(page, "Leave this company");
  await saved(page);
  await tabs.addInitScript(() => {
    indexedDB.open = () => { throw new DOMException("blocked", "SecurityError"); };
  });
  await page.reload();
  await heading(page, "Leave this company");
  await page.getByRole("button", { name: "Erase for good…" }).click();
  await page.getByRole("dialog", { name: "Erase this for good?" }).getByRole("button", { name: "Erase it" }).click();
  await page.getByRole("status").getByText("One of the two places where this browser keeps the notebook cannot be reached on this visit", { exact: false }).waitFor();
  await go(page, "#/settings");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("dialog", { name: "Erase the whole notebook?" }).getByRole("button", { name: "Erase it all" }).click();
  await page.getByText("Everything that can be reached was erased. One of the two places", { exact: false }).waitFor();
});
