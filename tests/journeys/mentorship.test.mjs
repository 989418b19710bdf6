import assert from "node:assert/strict";
import test from "node:test";
import { openPlanned, plan, promise } from "./meetings.mjs";
import { TODAY, add, begin, beginMentorship, day, field, go, heading, onDay, pressOn, reload, saved, section, tabTo, write } from "./support.mjs";

const left = (page) => section(page, "Left open earlier");

test("three meetings with a mentor: what was promised at one is settled at the next", { timeout: 90_000 }, async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");

  // The first: planned, prepared, held; two things are promised.
  await plan(page, mentorship, day(0));
  await openPlanned(page, mentorship);
  await heading(page, "Meeting with Amara Osei");
  await add(page, "Add a point", "What do I want to be able to do?");
  await page.getByText("Questions worth bringing").click();
  await page.getByRole("button", { name: /^Add to the agenda: What is the smallest next step/ }).click();
  await page.getByRole("checkbox", { name: "What is the smallest next step that would count?" }).waitFor();
  await page.getByRole("checkbox", { name: "I am prepared" }).check();
  await page.getByRole("button", { name: "It took place" }).click();
  await page.getByText(/ · held$/).waitFor();
  await page.getByRole("checkbox", { name: "What do I want to be able to do?" }).check();
  await section(page, "Agenda").getByText("1 of 2 talked about").waitFor();
  await write(page, "Notes to share", "She asked three times what I want.");
  await write(page, "Private notes", "I talked too much.");
  await write(page, "Insights", "A goal has a scene in it.");
  await write(page, "Outcomes", "Every two weeks, and I bring the agenda.");
  await promise(page, "Write one page about the talk");
  await promise(page, "Name two people to ask", { owner: "Theirs" });
  await section(page, "Feedback").getByText("Keep a piece of feedback").click();
  await add(section(page, "Feedback"), "What was said, in a line; more can follow", "You explain better than you think");
  await section(page, "Feedback").getByRole("listitem").getByText("From them").first().waitFor();

  // The second: one of them is done, the other goes on to it.
  await plan(page, mentorship, day(14));
  await onDay({ page, tabs }, 14);
  await openPlanned(page, mentorship);
  await left(page).getByText("Decide about each").waitFor();
  assert.equal(await left(page).getByRole("listitem").count(), 2);
  await page.getByRole("complementary").getByText("Every two weeks, and I bring the agenda.").waitFor();
  await left(page).getByRole("button", { name: "Done: Write one page about the talk" }).click();
  await left(page).getByRole("button", { name: "Carry forward: Name two people to ask" }).click();
  await left(page).waitFor({ state: "detached" });
  await section(page, "Action items").getByRole("checkbox", { name: "Name two people to ask" }).waitFor();
  await page.getByRole("button", { name: "It took place" }).click();
  await promise(page, "Send the outline");

  // The third: what was carried is asked for again, and what is no longer wanted is dropped.
  await plan(page, mentorship, day(28));
  await onDay({ page, tabs }, 28);
  await openPlanned(page, mentorship);
  const titles = await left(page).getByRole("listitem").locator(".what").allTextContents();
  assert.deepEqual(titles.sort(), ["Name two people to ask", "Send the outline"]);
  await left(page).getByRole("button", { name: "Drop: Name two people to ask" }).click();
  await left(page).getByRole("button", { name: "Carry forward: Send the outline" }).click();
  await left(page).waitFor({ state: "detached" });

  await reload(page);
  await go(page, `${mentorship}/actions`);
  const open = section(page, "Open");
  await open.getByRole("checkbox", { name: "Send the outline" }).waitFor();
  await open.getByText("Done and dropped (2)").click();
  assert.equal(await open.getByRole("checkbox", { name: "Write one page about the talk" }).isChecked(), true);
  assert.equal(await open.getByRole("checkbox", { name: "Name two people to ask" }).isChecked(), false);
  await open.getByText(/^Theirs · dropped/).waitFor();
  await go(page, mentorship);
  const happened = section(page, "What happened");
  assert.equal(await happened.getByRole("link", { name: "Meeting", exact: true }).count(), 2, "two were held, the third is still planned");
});

test("a meeting is prepared, held and settled with the keyboard alone", { timeout: 90_000 }, async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await go(page, `${mentorship}/actions`);
  await add(page, "New action item", "Send the outline");
  await add(page, "New action item", "Read the paper");
  await plan(page, mentorship, day(1));
  await onDay({ page, tabs }, 1);
  await go(page, "#/");
  await tabTo(page, page.getByRole("link", { name: "Prepare" }));
  await page.keyboard.press("Enter");
  await heading(page, "Meeting with Amara Osei");
  await tabTo(page, page.getByRole("button", { name: "It took place" }));
  await page.keyboard.press("Enter");
  // The question has gone, and the focus stands where one goes on to write.
  await page.waitForFunction(() => document.activeElement?.dataset.at === "shared-notes");
  await page.keyboard.type("We talked about the outline.");
  await tabTo(page, left(page).getByRole("button", { name: "Carry forward: Send the outline" }), { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await left(page).getByText("Send the outline").waitFor({ state: "detached" });
  await tabTo(page, left(page).getByRole("button", { name: "Done: Read the paper" }));
  await page.keyboard.press("Enter");
  await left(page).waitFor({ state: "detached" });
  // The focus is not lost: it has moved on with the next frame.
  await page.waitForFunction(() => document.activeElement.tagName !== "BODY");
  await reload(page);
  assert.equal(await field(page, "Notes to share").inputValue(), "We talked about the outline.");
  await section(page, "Action items").getByRole("checkbox", { name: "Send the outline" }).waitFor();
});

test("a meeting that was called off says by whom and why, and the one that was missed too", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Jonas Weber");
  await plan(page, mentorship, day(3));
  await openPlanned(page, mentorship);
  const state = section(page, "Whether it took place");
  await state.getByRole("radio", { name: "Cancelled" }).check();
  await state.getByRole("button", { name: "Set it so" }).click();
  await state.getByRole("alert").getByText("Choose who, then set it.").waitFor();
  await state.getByRole("radio", { name: "The other person" }).check();
  await field(state, "The reason, in a line").fill("A cold, and no voice");
  await state.getByRole("button", { name: "Set it so" }).click();
  await page.getByText(/ · cancelled$/).waitFor();
  await saved(page);
  const drafts = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft-state")));
  assert.deepEqual(drafts, [], "a reason that was sent is no draft any more");
  await go(page, mentorship);
  await section(page, "What happened").getByText("They called it off: A cold, and no voice").waitFor();
  await page.getByRole("link", { name: "Meeting", exact: true }).click();
  await state.getByRole("radio", { name: "Missed" }).check();
  await state.getByRole("radio", { name: "Me", exact: true }).check();
  await state.getByRole("button", { name: "Set it so" }).click();
  await write(state, "The reason, in a line", "I mixed up the week");
  await saved(page);
  await go(page, mentorship);
  await section(page, "What happened").getByText("I did not come: I mixed up the week").waitFor();
});

test("a past meeting is logged in a minute, and a check-in in one line", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await page.getByText("Log a past meeting", { exact: true }).click();
  const form = page.locator("form").filter({ hasText: "Log it" });
  await field(form, "Day").fill(day(-5));
  await form.getByRole("button", { name: "Log it" }).click();
  await heading(page, "Meeting with Amara Osei");
  await page.getByText("Change the day, the subject, the goals").click();
  await write(page, "What it is about", "First tea");
  await heading(page, "First tea");
  await go(page, mentorship);
  await page.getByText("Note a check-in", { exact: true }).last().click();
  await add(page, "What it was about, in a line", "Sent the outline");
  await section(page, "What happened").getByText("1 meeting, 1 check-in").waitFor();
  await reload(page);
  await section(page, "What happened").getByRole("link", { name: "First tea" }).waitFor();
  assert.equal(await field(page, "Check-in").inputValue(), "Sent the outline");
});

test("R6: what was marked private says so, on its page and in the list", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await plan(page, mentorship, day(2));
  await openPlanned(page, mentorship);
  await page.getByRole("button", { name: "Mark as private" }).last().click();
  await page.getByText("Private, never shared").first().waitFor();
  await go(page, mentorship);
  await section(page, "Next").getByText("Private, never shared").waitFor();
});

test("R2: a double click logs one meeting, and Enter twice plans one", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await page.getByText("Log a past meeting", { exact: true }).click();
  await page.getByRole("button", { name: "Log it" }).dblclick();
  await page.waitForFunction(() => location.hash.startsWith("#/meetings/"));
  await saved(page);
  await go(page, mentorship);
  await section(page, "What happened").getByText("1 meeting", { exact: true }).waitFor();
  await page.getByText("Plan a meeting", { exact: true }).last().click();
  await page.getByRole("button", { name: "Plan it" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.closest("li.row"));
  await page.keyboard.press("Enter");
  await saved(page);
  await reload(page);
  assert.equal(await section(page, "Next").getByRole("listitem").count(), 1);
});

test("R2: what the arrow keys pass over is not chosen, and a meeting that is called off keeps its day", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await plan(page, mentorship, day(9));
  await openPlanned(page, mentorship);
  const on = () => page.locator("[data-at=on]").inputValue();
  await tabTo(page, page.getByRole("radio", { name: "Planned", exact: true }));
  for (const passed of ["Held", "Missed", "Cancelled"]) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.getByRole("radio", { name: passed, exact: true }).isChecked(), true);
    await page.getByText("Enter sets it.").waitFor();
  }
  assert.equal(await on(), day(9));
  await page.keyboard.press("Enter");
  await page.getByText("Nothing is noted yet.", { exact: false }).waitFor();
  await page.getByRole("radio", { name: "The other person" }).check();
  await pressOn(page, page.getByRole("button", { name: "Set it so" }));
  await page.waitForFunction(() => document.activeElement?.type === "radio");
  assert.equal(await on(), day(9));
  await saved(page);
  await go(page, "#/history");
  await page.getByText(/^Set the meeting .* to cancelled$/).first().waitFor();
  assert.equal(await page.getByText(/^Set the meeting .* to (held|missed)/).count(), 0);
});
