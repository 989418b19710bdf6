// H2: how it feels, for the owner alone: three numbers and a word, drawn over time.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, axe, begin, beginMentorship, day, field, go, onDay, pressOn, reload, saved, section, tabTo, write } from "./support.mjs";

const noted = (page) => section(page, "How it felt").getByRole("listitem");
const rated = (row, side, rating) => row.getByRole("group", { name: side, exact: true }).getByRole("radio", { name: rating, exact: true });

/** Notes how it feels today, by three numbers. */
async function note(page, ratings) {
  await page.getByRole("button", { name: "Note how it feels today" }).click();
  const row = noted(page).first();
  for (const [side, rating] of Object.entries(ratings)) {
    await rated(row, side, rating).check();
  }
  await saved(page);
  return row;
}

test("H2: how it feels is noted, changed, drawn over time, and told as a table", async (t) => {
  const visited = await begin(t, { on: TODAY });
  const { page } = visited;
  const mentorship = await beginMentorship(page, "Amara Osei");
  await go(page, `${mentorship}/pulse`);
  await page.getByText("Nothing noted yet.", { exact: false }).waitFor();
  const first = await note(page, { Communication: "3", Trust: "4", Respect: "5" });
  await write(first, "A word about it", "A careful beginning");
  assert.equal(await page.getByRole("button", { name: "Note how it feels today" }).count(), 0, "one a day is enough");
  assert.equal(await section(page, "Over time").count(), 0, "one dot is no line");

  await onDay(visited, 30);
  await note(page, { Communication: "5", Trust: "4" });
  await rated(noted(page).first(), "Communication", "4").check();
  const drawing = section(page, "Over time").getByRole("img");
  await drawing.waitFor();
  assert.equal(await drawing.getAttribute("aria-label"), "Noted 2 times. The last time: communication 4, trust 4, respect –, of 5.");
  await section(page, "Over time").getByText("As a table").click();
  const rows = section(page, "Over time").getByRole("row");
  assert.deepEqual(await rows.allInnerTexts(), [
    "Day\tCommunication\tTrust\tRespect",
    "Thursday, 14 May 2026\t4\t4\t–",
    "Tuesday, 14 April 2026\t3\t4\t5",
  ]);
  assert.deepEqual(await axe(page), []);

  await reload(page);
  assert.equal(await field(noted(page).nth(1), "A word about it").inputValue(), "A careful beginning");
  // It belongs to another day, and the order follows.
  await noted(page).first().getByRole("button", { name: /^Pulse/ }).click();
  await field(noted(page).first(), "Day").fill(day(-9));
  await field(noted(page).first(), "Day").blur();
  await page.waitForFunction((first) => document.querySelector("main .timeline time").dateTime === first, day(0));
  await page.keyboard.press("Control+z");
  await page.waitForFunction((first) => document.querySelector("main .timeline time").dateTime === first, day(30));
});

test("H2: what is private by its nature says so, and cannot be marked as anything else", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await go(page, `${mentorship}/pulse`);
  await page.getByText("it goes into no file that is shared", { exact: false }).first().waitFor();
  const row = await note(page, { Trust: "2" });
  await row.getByRole("button", { name: /^Pulse/ }).click();
  await row.getByRole("button", { name: "Remove" }).waitFor();
  assert.equal(await row.getByRole("button", { name: "Mark as private" }).count(), 0);
});

test("H2: a pulse is noted with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await go(page, `${mentorship}/pulse`);
  await pressOn(page, page.getByRole("button", { name: "Note how it feels today" }));
  await page.waitForFunction(() => document.activeElement?.type === "radio");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await rated(noted(page).first(), "Communication", "2").isChecked(), true);
  await tabTo(page, field(noted(page).first(), "A word about it"));
  await page.keyboard.type("Heavier than last time");
  await reload(page);
  assert.equal(await rated(noted(page).first(), "Communication", "2").isChecked(), true);
  assert.equal(await field(noted(page).first(), "A word about it").inputValue(), "Heavier than last time");
});
