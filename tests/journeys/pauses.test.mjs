// R2: holidays and agreed pauses do not count.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, axe, begin, beginMentorship, checkIn, day, field, go, onDay, pressOn, section, tabTo } from "./support.mjs";

const pauses = (page) => section(page, "Pauses");

/** Writes down a pause on the About tab that is open. */
async function pause(page, from, until, why, { everywhere = false } = {}) {
  const form = pauses(page).locator("[data-at=new-pause]");
  await form.evaluate((details) => { details.open = true; });
  await field(form, "First day").fill(day(from));
  await field(form, "Last day").fill(day(until));
  if (everywhere) await form.getByRole("checkbox", { name: "Also in my other mentorships" }).check();
  await add(form, "What for", why);
  await pauses(page).getByRole("textbox", { name: "Pause" }).first().waitFor();
}

test("R2: during holidays nobody is reminded, and afterwards their days do not count", async (t) => {
  const visited = await begin(t, { on: TODAY });
  const { page } = visited;
  const mentorship = await beginMentorship(page, "Amara Osei");
  await checkIn(page, mentorship, 0, "Sent the outline");
  await onDay(visited, 16);
  await page.getByText("It is time for a contact").waitFor();
  await go(page, `${mentorship}/about`);
  await pause(page, 7, 20, "Summer holidays");
  await pauses(page).getByText("21 April to 4 May, 14 days").waitFor();
  await go(page, mentorship);
  assert.equal(await page.getByText("It is time for a contact").count(), 0);
  await go(page, "#/people");
  await page.getByText("you have a pause until 4 May", { exact: false }).waitFor();

  // 14 days without those of the pause are 28 days later.
  await onDay(visited, 27);
  await go(page, "#/");
  assert.equal(await page.getByText("Get in touch with Amara Osei").count(), 0);
  await onDay(visited, 28);
  await page.getByText("No contact logged for 14 days, pauses left out; the rhythm says every 14").waitFor();
  await go(page, mentorship);
  const strip = page.getByRole("complementary").locator("figure");
  assert.match(await strip.getByRole("img").getAttribute("aria-label"), /; 1 pause; the longest gap was 14 days$/);
  await page.getByRole("complementary").getByText("As a table").click();
  await page.getByRole("complementary").getByRole("row", { name: /Pause until 4 May/ }).waitFor();
  assert.deepEqual(await axe(page), []);
});

test("R2: holidays are written down once for all mentorships, and taken back in one step", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const amara = await beginMentorship(page, "Amara Osei");
  const jonas = await beginMentorship(page, "Jonas Feld");
  await go(page, `${amara}/about`);
  await pause(page, 5, 9, "Exams");
  await pause(page, 20, 40, "Summer holidays", { everywhere: true });
  await go(page, `${jonas}/about`);
  const written = pauses(page).getByRole("textbox", { name: "Pause" });
  assert.deepEqual(await written.evaluateAll((all) => all.map((it) => it.value)), ["Summer holidays"]);

  // One that is there already follows later.
  await go(page, `${amara}/about`);
  await pauses(page).getByRole("button", { name: "More about the pause “Exams”" }).click();
  await pauses(page).getByRole("button", { name: "Also in 1 other mentorship" }).click();
  await page.getByRole("status").getByText("Added the pause “Exams” to 1 other mentorship").waitFor();
  assert.equal(await pauses(page).getByRole("button", { name: /^Also in/ }).count(), 0);
  await go(page, `${jonas}/about`);
  await written.nth(1).waitFor();
  await page.keyboard.press("Control+z");
  await written.nth(1).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await written.first().waitFor({ state: "detached" });
  await go(page, `${amara}/about`);
  await written.first().waitFor();
  assert.deepEqual(await written.evaluateAll((all) => all.map((it) => it.value)), ["Exams"], "the holidays went from both");
});

test("R2: a pause is written down, changed and removed with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const amara = await beginMentorship(page, "Amara Osei");
  await go(page, `${amara}/about`);
  await pressOn(page, pauses(page).getByText("Write down a pause"));
  await tabTo(page, field(pauses(page), "What for"));
  await page.keyboard.type("Summer holidays");
  await page.keyboard.press("Enter");
  await pauses(page).getByText("14 April to 20 April, 7 days").waitFor();
  await pressOn(page, pauses(page).getByRole("button", { name: "More about the pause “Summer holidays”" }), "Enter", { key: "Shift+Tab" });
  await tabTo(page, field(pauses(page).getByRole("listitem"), "Last day"));
  await field(pauses(page).getByRole("listitem"), "Last day").fill(day(-3));
  await pauses(page).getByText("It ends before it begins, so it covers no day yet.").first().waitFor();
  await pressOn(page, pauses(page).getByRole("button", { name: "Remove" }));
  await page.getByRole("status").getByText(/^Removed pause/).waitFor();
  await page.waitForFunction(() => document.activeElement.tagName !== "BODY");
});
