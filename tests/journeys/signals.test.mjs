// H1 to H4: what goes wrong between two people is noticed with its reasons, and something can be done about it at once.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, axe, begin, beginMentorship, checkIn, day, field, go, heading, newGoal, onDay, pressOn, saved, section, tabTo } from "./support.mjs";

const note = (page) => section(page, "How it goes between you");
const says = (page, text) => note(page).getByText(text, { exact: true });
const gone = (page) => note(page).waitFor({ state: "detached" });
const button = (within, name) => within.getByRole("button", { name, exact: true });

/** Notes how it feels today, on the tab of the pulse. */
async function feels(page, mentorship, ratings) {
  await go(page, `${mentorship}/pulse`);
  await button(page, "Note how it feels today").click();
  for (const [side, rating] of Object.entries(ratings)) {
    await page.getByRole("group", { name: side, exact: true }).first().getByRole("radio", { name: rating, exact: true }).check();
  }
  await saved(page);
}

test("H1: too little time shows from a gap, and a remedy goes to the agenda, the action items or the agreement in one step", async (t) => {
  const visited = await begin(t, { on: TODAY });
  const { page } = visited;
  const mentorship = await beginMentorship(page, "Amara Osei");
  await checkIn(page, mentorship, 0, "Sent the outline");
  assert.equal(await note(page).count(), 0, "a new mentorship is left alone");

  await onDay(visited, 35);
  await says(page, "There may be too little time.").waitFor();
  await says(page, "A clear sign").waitFor();
  await says(page, "No contact logged for 35 days; the rhythm says 28 at most.").waitFor();
  assert.equal(await page.getByText("The longest gap of the rhythm has passed").count(), 0, "it is said once");
  await go(page, "#/");
  await page.getByText("Get in touch with Amara Osei").waitFor();
  assert.equal(await page.getByText("There may be too little time", { exact: false }).count(), 0, "and once on Today");

  await go(page, mentorship);
  await note(page).getByText("What could help").click();
  assert.deepEqual(await axe(page), []);
  const line = "We meet at a fixed hour. Whoever cannot come names another one in the same week.";
  await button(note(page), `Put into the agreement: ${line}`).click();
  await note(page).getByText("In the agreement", { exact: true }).waitFor();
  await button(note(page), "Make it an action item: Propose a call instead of the next meeting in person").click();
  await note(page).getByText("Among your action items").waitFor();
  await note(page).getByText("No meeting is planned: the first agenda point plans one tomorrow.").waitFor();
  await button(note(page), "Put on the agenda: Could we meet at the same hour each time?").click();
  await page.getByRole("status").getByText("Planned a meeting with Amara Osei tomorrow, about “Could we meet at the same hour each time?”").waitFor();
  await gone(page);
  await button(page.getByRole("status"), "Undo").click();
  await says(page, "There may be too little time.").waitFor();
  await note(page).getByText("What could help").click();
  await button(note(page), "Put on the agenda: Could we meet at the same hour each time?").click();
  await gone(page);

  await section(page, "Next").getByRole("link").first().click();
  await heading(page, "Meeting with Amara Osei");
  await page.getByRole("checkbox", { name: "Could we meet at the same hour each time?" }).waitFor();
  await go(page, `${mentorship}/actions`);
  await section(page, "Open").getByRole("checkbox", { name: "Propose a call instead of the next meeting in person" }).waitFor();
  await go(page, `${mentorship}/about`);
  await section(page, "Agreement").getByRole("listitem").getByRole("link").click();
  await heading(page, "Agreement with Amara Osei");
  assert.equal(await page.getByRole("textbox", { name: "How we talk to each other" }).inputValue(), line);
});

test("H2: a low pulse is noticed, told on Today without its numbers, set aside for a while, and settled until something happens", async (t) => {
  const visited = await begin(t, { on: TODAY });
  const { page } = visited;
  const mentorship = await beginMentorship(page, "Amara Osei", -30);
  await checkIn(page, mentorship, 0, "Sent the outline");
  await feels(page, mentorship, { Trust: "2", Respect: "2", Communication: "4" });
  await says(page, "It may not sit right between you.").waitFor();
  await says(page, "Trust: 2 of 5 the last time.").waitFor();
  await go(page, "#/");
  const line = page.getByRole("listitem").filter({ hasText: "Take a quiet look at how it goes with Amara Osei" });
  await line.getByText("Your own notes of how it feels say so", { exact: true }).waitFor();
  await button(line, "Look at it").click();
  await page.waitForFunction(() => document.activeElement?.dataset.at === "signal");

  await note(page).getByText("Let it rest").click();
  await button(note(page), "Not now: 1 week").click();
  await page.getByRole("status").getByText("Set the signal about Amara Osei aside until 21 April").waitFor();
  await gone(page);
  await go(page, "#/");
  await line.waitFor({ state: "detached" });
  await go(page, mentorship);
  await onDay(visited, 7);
  await says(page, "It may not sit right between you.").waitFor();
  await note(page).getByText("Let it rest").click();
  await button(note(page), "It is settled").click();
  await gone(page);
  await onDay(visited, 9);
  await heading(page, "Amara Osei");
  assert.equal(await note(page).count(), 0);
  await feels(page, mentorship, { Trust: "1" });
  await says(page, "Trust: 1 of 5 the last time.").waitFor();
});

test("H3: no direction shows from missing goals, in other words for those who guide, and a linked goal settles it", async (t) => {
  const visited = await begin(t, { on: TODAY });
  const { page } = visited;
  await newGoal(page, "Speak in public");
  const mentorship = await beginMentorship(page, "Amara Osei", -50);
  await checkIn(page, mentorship, 0, "Sent the outline");
  await says(page, "It may have lost its direction.").waitFor();
  await says(page, "No goal is linked to it.").waitFor();
  await go(page, "#/");
  await page.getByText("Find the direction with Amara Osei again").waitFor();
  await go(page, `${mentorship}/about`);
  await page.getByRole("radio", { name: "I guide" }).check();
  await says(page, "They may not know what to work on with you.").waitFor();
  await says(page, "A faint sign").waitFor();
  await note(page).getByText("What could help").click();
  await note(page).getByRole("heading", { name: "Ask what should be different" }).waitFor();
  await section(page, "Goals").getByRole("checkbox", { name: "Speak in public" }).check();
  await gone(page);
});

test("H4: messages without an answer are noticed as losing touch, with the gap they leave, and an answer settles it", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei", -40);
  await checkIn(page, mentorship, -30, "The outline", { waits: true });
  await checkIn(page, mentorship, -12, "Asked once more", { waits: true });
  await says(page, "You may be losing touch.").waitFor();
  await says(page, "A strong sign").waitFor();
  await says(page, "2 messages of yours wait for an answer, one for 30 days.").waitFor();
  await says(page, "You wrote, and have heard nothing for 40 days; the rhythm says 28 at most.").waitFor();
  await note(page).getByText("What could help").click();
  await note(page).getByRole("link", { name: "When it goes quiet" }).click();
  await heading(page, "When it goes quiet");
  await section(page, "Where you can act").getByRole("link", { name: "The mentorship with Amara Osei" }).click();
  await heading(page, "Amara Osei");
  await button(page, "It was answered: Asked once more").click();
  await gone(page);
});

test("H4: overdue action items on either side are noticed", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei", -40);
  await checkIn(page, mentorship, 0, "A word in passing");
  await go(page, `${mentorship}/actions`);
  for (const [title, owner] of [["Send the outline", "Mine"], ["Read the paper", "Mine"], ["Name two people", "Theirs"]]) {
    const form = page.locator("[data-at=new-action]");
    await form.getByRole("radio", { name: owner }).check();
    await field(form, "Due").fill(day(-10));
    await add(form, "New action item", title);
    await section(page, "Open").getByRole("checkbox", { name: title }).waitFor();
  }
  await says(page, "2 action items of yours are overdue, one by 10 days.").waitFor();
  await says(page, "An action item of theirs is 10 days overdue.").waitFor();
  await go(page, "#/");
  assert.equal(await page.getByText("Do not lose touch with Amara Osei").count(), 0, "Today says so of each of them");
});

test("H1: a signal is looked into and set aside with the keyboard alone", async (t) => {
  const visited = await begin(t, { on: TODAY });
  const { page } = visited;
  const mentorship = await beginMentorship(page, "Amara Osei");
  await checkIn(page, mentorship, 0, "Sent the outline");
  await onDay(visited, 35);
  await pressOn(page, note(page).getByText("What could help"));
  await pressOn(page, button(note(page), "Make it an action item: Propose a call instead of the next meeting in person"));
  await note(page).getByText("Among your action items").waitFor();
  // The button has gone, and the focus stands in its row.
  await page.waitForFunction(() => document.activeElement?.closest(".signal li"));
  await pressOn(page, note(page).getByText("Let it rest"));
  await pressOn(page, button(note(page), "Not now: 4 weeks"));
  await gone(page);
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
});

test("H1 to H4: the guide speaks of hard times, and its pages are found by search", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/guide");
  assert.equal(await section(page, "When it gets hard").getByRole("link").count(), 6);
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search all your notes" });
  await dialog.getByRole("searchbox").fill("worksheet doubt");
  await dialog.getByText("Nothing in your notes; the guide speaks of it.").waitFor();
  await dialog.getByRole("link", { name: /^When you doubt whether to go on/ }).click();
  await heading(page, "When you doubt whether to go on");
  await dialog.waitFor({ state: "hidden" });
});
