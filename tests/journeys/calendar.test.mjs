// K8: meetings go into a calendar, one of them or all with the rhythm, and update what was there.
import assert from "node:assert/strict";
import test from "node:test";
import { openPlanned, plan } from "./meetings.mjs";
import { TODAY, axe, begin, beginMentorship, day, downloaded, field, go, pressOn, saved, tabTo, write } from "./support.mjs";

/** A property of the first event that has this summary. */
const property = (text, summary, name) => {
  const event = text.replaceAll("\r\n ", "").split("BEGIN:VEVENT").find((it) => it.includes(`SUMMARY:${summary}`));
  return event?.split("\r\n").find((line) => line.startsWith(name))?.split(":").slice(1).join(":");
};

const save = (within, page) => downloaded(page, () => within.getByRole("button", { name: "Save for the calendar" }).click());

test("K8: all meetings go into a calendar with the rhythm after them, and a second file updates the first", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await plan(page, mentorship, day(2));
  await openPlanned(page, mentorship);
  await page.getByText("Change the day, the subject, the goals").click();
  await field(page, "Time").fill("16:00");
  await write(page, "What it is about", "The talk");
  await saved(page);
  await go(page, mentorship);
  await page.getByText("Into my calendar").click();
  const form = page.locator("[data-at=calendar]");
  await form.getByRole("radio", { name: "A day before" }).check();
  await form.getByRole("checkbox", { name: /^And the rhythm after that/ }).check();
  assert.deepEqual(await axe(page), []);
  const { name, text } = await save(form, page);
  assert.equal(name, `mentorbook-${day(0)}.ics`);
  // Sixteen o'clock in Berlin in April is fourteen o'clock in UTC.
  assert.equal(property(text, "The talk", "DTSTART"), "20260416T140000Z");
  assert.equal(property(text, "The talk", "TRIGGER"), "-PT86400S");
  assert.equal(property(text, "Meeting with Amara Osei", "RRULE"), "FREQ=DAILY;INTERVAL=14");
  assert.equal(property(text, "Meeting with Amara Osei", "DTSTART"), "20260430T160000");
  assert.ok(text.includes("DTSTART;TZID=Europe/Berlin:20260430T160000") && text.includes("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin"));
  assert.equal(text.match(/BEGIN:DAYLIGHT/g)?.length, 3);

  await openPlanned(page, mentorship);
  await page.getByText("Into my calendar").click();
  await page.getByText("Change the day, the subject, the goals").click();
  await field(page, "Time").fill("17:00");
  await saved(page);
  const again = (await save(page.locator("[data-at=calendar]"), page)).text;
  assert.equal(property(again, "The talk", "UID"), property(text, "The talk", "UID"));
  assert.ok(Number(property(again, "The talk", "SEQUENCE")) >= Number(property(text, "The talk", "SEQUENCE")));
  assert.equal(again.match(/BEGIN:VEVENT/g)?.length, 1);
});

test("K8: a private meeting is in no calendar unless it is chosen, with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await plan(page, mentorship, day(2));
  await openPlanned(page, mentorship);
  await page.getByRole("button", { name: "Mark as private" }).click();
  await saved(page);
  await go(page, mentorship);
  await pressOn(page, page.getByText("Into my calendar"));
  await page.getByText("No meeting is planned: plan one, or take the rhythm with it.").waitFor();
  await pressOn(page, page.getByRole("checkbox", { name: "With the meetings that are private" }), "Space");
  const button = page.getByRole("button", { name: "Save for the calendar" });
  await tabTo(page, button);
  const { text } = await downloaded(page, () => page.keyboard.press("Enter"));
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 1);
});
