import assert from "node:assert/strict";
import test from "node:test";
import { begin, chooseFile, downloaded, fileOf, go, heading, newGoal, openExample, pressOn, reload, saveBackup, saved, section, started, stored, visit } from "./support.mjs";

const banner = (page) => page.getByRole("region", { name: "Example notebook" });

/** What of the stored belongs to the owner's own notebook. */
const own = ({ local, databases }) => ({
  local: local.filter(([key]) => !key.includes("example")),
  databases: Object.fromEntries(Object.entries(databases).filter(([name]) => !name.includes("example"))),
});

async function look(page) {
  await page.getByRole("button", { name: "Look around with an example" }).click();
  await started(page);
  await banner(page).waitFor();
}

test("the example is a year one can walk around in, and leaves no trace in one's own notebook", { timeout: 90_000 }, async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await saved(page);
  const before = own(await stored(page));
  assert.ok(before.local.length > 0 && Object.keys(before.databases).length > 0);

  await openExample(page);
  await page.getByRole("heading", { level: 2, name: "Meeting with Amara Osei" }).waitFor();
  await go(page, "#/goals");
  await page.getByText("6 goals").waitFor();
  assert.equal(await page.getByText("Learn to negotiate").count(), 0);

  // Whatever one does there stays there.
  await newGoal(page, "Try everything");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("status").getByText(/^Undid/).waitFor();
  await go(page, "#/people");
  await page.getByRole("link", { name: "Jonas Feld" }).first().click();
  await saved(page);
  await reload(page);
  await banner(page).waitFor();
  await go(page, "#/settings");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("button", { name: "Erase it all" }).click()]);
  await started(page);
  await banner(page).waitFor();

  assert.deepEqual(own(await stored(page)), before, "the own notebook is as it was");
  await banner(page).getByRole("button", { name: "Leave the example" }).click();
  await page.getByRole("link", { name: "Learn to negotiate" }).waitFor();
  assert.equal(await banner(page).count(), 0);
  const left = await stored(page);
  assert.deepEqual(own(left), before);
  assert.deepEqual(left.local.filter(([key]) => key.includes("example:entry")), [], "nothing of the example is left");
});

test("a newcomer looks around first, and is asked the questions afterwards", async (t) => {
  const { page, open } = await visit(t);
  await open();
  await look(page);
  await page.getByRole("heading", { level: 1, name: /ask for you today$/ }).waitFor();
  await banner(page).getByRole("button", { name: "Leave the example" }).click();
  await heading(page, "A notebook for mentorship, yours alone");
});

test("the example and the own notebook stand in two tabs at once", async (t) => {
  const { page, newTab } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  const other = await newTab();
  await openExample(other);
  await newGoal(other, "Try everything");
  await newGoal(page, "Learn Danish");
  await saved(page);
  await go(page, "#/goals");
  await page.getByText("2 goals").waitFor();
  await go(other, "#/goals");
  await other.getByText("7 goals").waitFor();
});

test("the year goes out as a file, and the same file comes out of an empty notebook", { timeout: 60_000 }, async (t) => {
  const { page } = await begin(t);
  await openExample(page);
  const year = await saveBackup(page);
  await banner(page).getByRole("button", { name: "Leave the example" }).click();
  await heading(page, "Nothing asks for you today");
  await go(page, "#/share");
  await chooseFile(page, fileOf(year.text));
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByRole("status").getByText(/^Opened: /).waitFor();
  await saved(page);
  await go(page, "#/goals");
  await page.getByText("6 goals").waitFor();
  const again = await saveBackup(page);
  const entries = (text) => text.slice(text.indexOf('"entries"'));
  assert.equal(entries(again.text), entries(year.text));
});

test("the example is entered, gone through and left with the keyboard alone", async (t) => {
  const { page, open } = await visit(t);
  await open();
  await pressOn(page, page.getByRole("button", { name: "Look around with an example" }));
  await started(page);
  await banner(page).waitFor();
  await pressOn(page, page.getByRole("link", { name: "Goals", exact: true }));
  await page.getByText("6 goals").waitFor();
  await pressOn(page, page.locator("main").getByRole("listitem").getByRole("link").first());
  await page.waitForFunction(() => location.hash.startsWith("#/goals/"));
  await pressOn(page, banner(page).getByRole("button", { name: "Leave the example" }), "Enter", { key: "Shift+Tab" });
  await heading(page, "A notebook for mentorship, yours alone");
});
