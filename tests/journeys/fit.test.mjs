// F7: what makes somebody the right mentor, judged by five criteria and compared.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, axe, begin, field, go, heading, newGoal, pressOn, reload, saved, section, tabTo, write } from "./support.mjs";

const fit = (page) => section(page, "How well they fit");
const table = (page) => page.getByRole("table", { name: "Compare candidates" });
const leads = (page) => section(page, "Who leads");
const row = (page, name) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const judge = (page, criterion, rating) =>
  page.getByRole("group", { name: criterion, exact: true }).getByRole("radio", { name: String(rating), exact: true }).check();

const CRITERIA = ["Skills and experience", "Their path", "Shared values", "Trust and open talk", "Time for you"];

/** A candidate of the plan whose page is open, judged by all five; stays on the candidate's page. */
async function candidate(page, plan, name, ratings) {
  await go(page, plan);
  await add(page, "New candidate", name);
  await heading(page, name);
  for (const [at, rating] of ratings.entries()) if (rating) await judge(page, CRITERIA[at], rating);
  await saved(page);
  return page.evaluate(() => location.hash);
}

/** A finding plan; gives its address. */
async function newPlan(page, title) {
  await go(page, "#/find");
  await add(page, "New finding plan", title);
  await heading(page, title);
  return page.evaluate(() => location.hash);
}

test("F7: candidates are judged with reasons, compared, and it is said what would have to count less for another to lead", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const plan = await newPlan(page, "A mentor for this year");
  await candidate(page, plan, "Amara Osei", [3, 3, 3, 3, 5]);
  await fit(page).getByText("3.4 of 5", { exact: false }).waitFor();
  await write(page, "What makes you say so: time for you", "Every other Tuesday");
  await candidate(page, plan, "Jonas Feld", [4, 3, 3, 3]);
  await fit(page).getByText("3.3 of 5, from 4 of 5 criteria", { exact: false }).waitFor();

  await fit(page).getByRole("link", { name: "Compare with others" }).click();
  await heading(page, "Compare candidates");
  assert.deepEqual(await table(page).getByRole("columnheader").getByRole("link").allTextContents(), ["Amara Osei", "Jonas Feld"]);
  await row(page, "Time for you").getByText("Every other Tuesday").waitFor();
  assert.equal(await row(page, "Time for you").getByRole("cell").nth(1).innerText(), "Not yet");
  await leads(page).getByText("Amara Osei and Jonas Feld: not yet to be said.", { exact: false }).waitFor();
  await table(page).getByRole("link", { name: "Jonas Feld" }).click();
  await judge(page, "Time for you", 3);
  await go(page, "#/compare");
  await leads(page).getByText("Amara Osei leads Jonas Feld, unless time counts less than half as much.").waitFor();
  await leads(page).locator(".signs").waitFor();

  // The weights are kept in the plan, and the leader follows them.
  await field(page, "How much it counts: Time for you").selectOption({ label: "half" });
  await leads(page).getByText("Amara Osei and Jonas Feld are level.").waitFor();
  await field(page, "How much it counts: Time for you").selectOption({ label: "nothing" });
  await leads(page).getByText("Jonas Feld leads Amara Osei", { exact: false }).waitFor();
  await saved(page);
  await reload(page);
  assert.deepEqual(await table(page).getByRole("columnheader").getByRole("link").allTextContents(), ["Jonas Feld", "Amara Osei"]);
  await page.keyboard.press("Control+z");
  await leads(page).getByText("Amara Osei and Jonas Feld are level.").waitFor();
  assert.deepEqual(await axe(page), []);
});

test("F7: skills and interests that both wrote down stand beside the judgements, by name", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Speak at a conference");
  await add(page, "Add a skill", "Public speaking");
  const plan = await newPlan(page, "A mentor for this year");
  await page.getByText("What I look for, in detail").click();
  await page.getByRole("checkbox", { name: "Speak at a conference" }).check();
  await add(page, "Add a skill I want to learn", "Chairing");
  await add(page, "Add an interest", "Trains");
  await write(page, "How much time I ask for", "An hour a month");
  await candidate(page, plan, "Amara Osei", []);
  await fit(page).getByText("Name what they can do", { exact: false }).waitFor();
  const own = await page.evaluate(() => location.hash);
  await page.getByRole("complementary").getByRole("link", { name: "Amara Osei" }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/people/"));
  for (const skill of ["public speaking", "Budgets"]) await add(page, "Add something they can do", skill);
  await add(page, "Add something that interests them", "TRAINS");
  await saved(page);
  await go(page, own);
  await fit(page).getByText("Skills you look for: public speaking", { exact: true }).waitFor();
  await fit(page).getByText("Shared interests: TRAINS", { exact: true }).waitFor();
  await go(page, "#/compare");
  await row(page, "Skills you look for").getByText("public speaking").waitFor();
  await reload(page);
  await go(page, plan);
  assert.equal(await field(page, "How much time I ask for").inputValue(), "An hour a month");
});

test("F7: at most four are compared, and the address remembers which", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/compare");
  await page.getByText("Nobody to compare yet", { exact: false }).waitFor();
  const plan = await newPlan(page, "A mentor for this year");
  const names = ["Amara", "Bela", "Cem", "Dana", "Edo"];
  for (const [at, name] of names.entries()) await candidate(page, plan, name, [5 - at]);
  await go(page, "#/compare");
  const heads = () => table(page).getByRole("columnheader").getByRole("link").allTextContents();
  assert.deepEqual(await heads(), names.slice(0, 4), "the best four");
  await page.getByText("Four are compared at once", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Take out: Bela" }).click();
  await field(page, "Add somebody to compare").selectOption({ label: "Edo" });
  await table(page).getByRole("link", { name: "Edo" }).waitFor();
  assert.deepEqual(await heads(), ["Amara", "Cem", "Dana", "Edo"]);
  await reload(page);
  assert.deepEqual(await heads(), ["Amara", "Cem", "Dana", "Edo"]);
  for (const name of ["Amara", "Cem", "Dana", "Edo"]) await page.getByRole("button", { name: `Take out: ${name}` }).click();
  await table(page).waitFor({ state: "detached" });
  await field(page, "Add somebody to compare").waitFor();
});

test("F7: a candidate is judged and weighed with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const plan = await newPlan(page, "A mentor for this year");
  await candidate(page, plan, "Amara Osei", [3, 3, 3, 3, 5]);
  await candidate(page, plan, "Jonas Feld", [4, 3, 3, 3]);
  const time = page.getByRole("group", { name: "Time for you", exact: true });
  await tabTo(page, time.getByRole("radio", { name: "Not yet" }));
  for (let number = 1; number <= 3; number += 1) await page.keyboard.press("ArrowRight");
  assert.equal(await time.getByRole("radio", { name: "3", exact: true }).isChecked(), true);
  await page.keyboard.press("Tab");
  await page.keyboard.type("On the road all week");
  await pressOn(page, fit(page).getByRole("link", { name: "Compare with others" }), "Enter", { key: "Shift+Tab" });
  await heading(page, "Compare candidates");
  const counts = field(page, "How much it counts: Time for you");
  await tabTo(page, counts);
  await page.keyboard.press("ArrowUp");
  await leads(page).getByText("Amara Osei and Jonas Feld are level.").waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "SELECT");
  await row(page, "Time for you").getByText("On the road all week").waitFor();
  await saved(page);
});
