// F8: patience and persistence. F1: whom one met becomes a candidate.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, begin, field, go, heading, newGoal, pressOn, reload, saved, section, tabTo, typeInto, write } from "./support.mjs";

const stageOf = (page, name) => page.getByRole("region", { name, exact: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const why = (page) => page.getByRole("textbox", { name: "Why this person", exact: true });
const turns = (page) => section(page, "Where it stands").getByRole("listitem");

/** A candidate whose page is open. */
async function newCandidate(page, name) {
  await go(page, "#/find");
  await add(page, "New candidate", name);
  await heading(page, name);
}

test("F8: a candidate goes from spotted to agreed, each step with its day and its reason, and becomes a mentor", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newCandidate(page, "Amara Osei");
  await why(page).fill("Has led three teams through a merger");
  const stage = (name) => page.getByRole("radio", { name, exact: true });
  assert.equal(await stage("Spotted").isChecked(), true);
  await stage("Researching").check();
  await turns(page).filter({ hasText: "Researching" }).getByText("Today").waitFor();
  await write(page, "Why: Researching", "Her talk at the meetup");
  await stage("Talking").check();
  await turns(page).nth(2).waitFor();
  assert.deepEqual(await turns(page).locator(".what").allTextContents(), ["Talking", "Researching", "Spotted"]);

  await field(page, "Look again on").fill("2026-04-20");
  await saved(page);
  await go(page, "#/find");
  const line = section(page, "Candidates").getByRole("listitem").filter({ hasText: "Amara Osei" });
  await line.getByText("Talking · Look again on Monday").waitFor();
  await line.getByRole("link").click();
  await heading(page, "Amara Osei");
  await stage("Agreed").check();
  assert.equal(await field(page, "Look again on").count(), 0, "nothing is left to look at again");
  await button(page, "Begin the mentorship").click();
  await heading(page, "Amara Osei");
  await page.waitForFunction(() => location.hash.startsWith("#/people/"));
  await button(page, "Begin").click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));

  await go(page, "#/find");
  await section(page, "Candidates").getByText("1 settled").waitFor();
  await section(page, "Candidates").getByRole("link", { name: "All, side by side" }).click();
  await stageOf(page, "Agreed").getByRole("link", { name: "Amara Osei" }).click();
  await reload(page);
  assert.equal(await field(page, "Why: Researching").inputValue(), "Her talk at the meetup");
  assert.equal(await why(page).inputValue(), "Has led three teams through a merger");
});

test("F8: on the day set for it, and not before, Today speaks of a candidate; one that is parked comes back", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newCandidate(page, "Jonas Feld");
  await page.getByRole("radio", { name: "Parked", exact: true }).check();
  await field(page, "Comes back on").fill("2026-06-01");
  await saved(page);
  const today = async (moment) => {
    await page.goto("about:blank");
    await page.clock.setFixedTime(moment);
    await page.goBack();
    await page.waitForSelector("main h1");
    await go(page, "#/");
  };
  await go(page, "#/");
  await heading(page, "Nothing asks for you today");
  await today("2026-05-31T10:00:00+02:00");
  await heading(page, "Nothing asks for you today");
  await today("2026-06-01T10:00:00+02:00");
  await heading(page, "One thing asks for you today");
  const row = page.getByRole("listitem").filter({ hasText: "Think of Jonas Feld again" });
  await row.getByText("Parked; you wanted to look again today").waitFor();
  await row.getByRole("button", { name: "See it" }).click();
  await heading(page, "Jonas Feld");
  await page.getByRole("radio", { name: "Researching", exact: true }).check();
  assert.equal(await field(page, "Look again on").inputValue(), "", "the day of coming back has done its work");
  await go(page, "#/");
  await heading(page, "Nothing asks for you today");
});

test("F8: a card is carried to another stage, the change is undone, and the list on the card does the same", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  for (const name of ["Amara Osei", "Jonas Feld"]) await newCandidate(page, name);
  await go(page, "#/candidates");
  const [spotted, talking] = [stageOf(page, "Spotted"), stageOf(page, "Talking")];
  const card = (within, name) => within.getByRole("listitem").filter({ hasText: name });
  // Taken by its name, as one takes a card.
  await card(spotted, "Amara Osei").getByRole("link").dragTo(talking);
  await card(talking, "Amara Osei").waitFor();
  assert.equal(await card(spotted, "Amara Osei").count(), 0);
  await page.waitForFunction(() => document.activeElement?.tagName === "SELECT");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await card(spotted, "Amara Osei").waitFor();

  await field(page, "Stage of Jonas Feld").selectOption("Reached out");
  await card(stageOf(page, "Reached out"), "Jonas Feld").waitFor();
  // The focus goes with the card.
  await page.waitForFunction(() => document.activeElement.labels?.[0].textContent === "Stage of Jonas Feld");
  await reload(page);
  await card(stageOf(page, "Reached out"), "Jonas Feld").waitFor();
  await card(spotted, "Amara Osei").waitFor();
});

test("F8: who is a candidate already is shown, and not added twice", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newCandidate(page, "Amara Osei");
  const first = await page.evaluate(() => location.hash);
  await newCandidate(page, "Jonas Feld");
  await go(page, "#/find");
  await add(page, "New candidate", "AMARA OSEI");
  await heading(page, "Amara Osei");
  assert.equal(await page.evaluate(() => location.hash), first);
  await page.getByText("“AMARA OSEI” is a candidate already: spotted").waitFor();
  await go(page, "#/candidates");
  assert.equal(await page.getByRole("link", { name: "Amara Osei" }).count(), 1);
  // Who declined may be asked again another year.
  await field(page, "Stage of Amara Osei").selectOption("Declined");
  await stageOf(page, "Declined").getByRole("link", { name: "Amara Osei" }).waitFor();
  await add(page, "New candidate", "Amara Osei");
  await stageOf(page, "Spotted").getByRole("link", { name: "Amara Osei" }).waitFor();
});

test("F8: a candidate is moved and told of with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newCandidate(page, "Amara Osei");
  await go(page, "#/candidates");
  await tabTo(page, field(page, "Stage of Amara Osei"));
  await page.keyboard.press("ArrowDown");
  await stageOf(page, "Researching").getByText("Amara Osei").first().waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "SELECT");
  await page.keyboard.press("ArrowDown");
  await stageOf(page, "Reached out").getByText("Amara Osei").first().waitFor();
  await typeInto(page, field(page, "New candidate"), "Jonas Feld", { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await stageOf(page, "Spotted").getByRole("link", { name: "Jonas Feld" }).waitFor();
  await pressOn(page, page.getByRole("link", { name: "Amara Osei" }));
  await heading(page, "Amara Osei");
  await typeInto(page, field(page, "Why: Reached out"), "Wrote to her after the talk");
  await page.keyboard.press("Tab");
  await reload(page);
  assert.equal(await field(page, "Why: Reached out").inputValue(), "Wrote to her after the talk");
});

test("F1: somebody met at an event becomes a candidate in one step, and a private event makes a private one", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/find");
  await add(page, "New event", "Regional data meetup");
  await heading(page, "Regional data meetup");
  const met = section(page, "Whom I met");
  await add(page, "Add somebody you met", "Noor");
  await met.getByRole("button", { name: "Make a candidate: Noor" }).click();
  await met.getByRole("link", { name: "In your people: Noor" }).waitFor();
  await met.getByRole("link", { name: "Candidate: Noor" }).click();
  await heading(page, "Noor");
  assert.equal(await field(page, "Met at").evaluate((it) => it.selectedOptions[0].textContent), "Regional data meetup");
  assert.equal(await page.getByText("Private, never shared").count(), 0);
  await page.keyboard.press("Control+z");
  await page.getByRole("status").getByText("Undid: Added candidate “Noor”").waitFor();
  await heading(page, "There is nothing at this address");

  await go(page, "#/find");
  await page.getByRole("link", { name: "Regional data meetup" }).click();
  await button(page, "Mark as private").click();
  await met.getByRole("button", { name: "Make a candidate: Noor" }).click();
  await met.getByRole("link", { name: "Candidate: Noor" }).click();
  await heading(page, "Noor");
  await page.getByText("Private, never shared").waitFor();
});

test("F6: what is sent to a candidate takes them on, and both are undone at once", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newCandidate(page, "Amara Osei");
  const candidate = await page.evaluate(() => location.hash);
  await button(page, "Prepare a message").click();
  await page.waitForFunction(() => location.hash.startsWith("#/outreach/"));
  await button(page, "Mark as sent today").click();
  await saved(page);
  await go(page, candidate);
  await heading(page, "Amara Osei");
  const reachedOut = page.getByRole("radio", { name: "Reached out", exact: true });
  await reachedOut.and(page.locator(":checked")).waitFor();
  await page.getByRole("link", { name: /^Amara Osei$/ }).first().waitFor();
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("radio", { name: "Spotted", exact: true }).and(page.locator(":checked")).waitFor();
});

test("a candidate keeps its place when the person is known already, and goes when the person goes", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Learn to negotiate");
  await go(page, "#/people");
  await add(page, "New person", "Amara Osei");
  await heading(page, "Amara Osei");
  await go(page, "#/find");
  await add(page, "New candidate", "Amara Osei");
  await heading(page, "Amara Osei");
  await go(page, "#/people");
  assert.equal(await page.getByRole("link", { name: "Amara Osei" }).count(), 1, "nobody stands there twice");
  await page.getByRole("link", { name: "Amara Osei" }).click();
  await heading(page, "Amara Osei");
  await page.getByRole("link", { name: "Candidate: spotted" }).waitFor();
  await button(page, "Remove").click();
  await page.getByRole("status").getByText("Removed person “Amara Osei” and one entry that belongs to it").waitFor();
  await go(page, "#/candidates");
  assert.equal(await page.getByRole("listitem").filter({ hasText: "Amara Osei" }).count(), 0);
});
