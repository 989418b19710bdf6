// R2, R3, R4: a meeting is moved, prepared, held with the notebook at hand, and closed with five questions.
import assert from "node:assert/strict";
import test from "node:test";
import { openPlanned, plan, promise } from "./meetings.mjs";
import { TODAY, add, axe, begin, beginMentorship, day, field, go, heading, newGoal, onDay, pressOn, reload, saved, section, typeInto, write } from "./support.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const hash = (page) => page.evaluate(() => location.hash);
const step = (page, name) => page.getByRole("heading", { level: 2, name }).waitFor();

test("R2: a meeting is put on another day, and who asked for it stays known", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await plan(page, mentorship, day(2));
  await openPlanned(page, mentorship);
  const state = section(page, "Whether it took place");
  await state.getByText("Put it on another day").click();
  await field(state, "The new day").fill(day(2));
  await button(state, "Move it").click();
  await state.getByRole("alert").filter({ hasText: "It stands on that day already." }).waitFor();
  await field(state, "The new day").fill(day(9));
  await button(state, "Move it").click();
  await state.getByRole("alert").filter({ hasText: "Choose who, then set it." }).waitFor();
  await state.getByRole("group", { name: "Who asked for it?" }).getByRole("radio", { name: "The other person" }).check();
  await write(state, "Why, in a line", "A cold, and no voice");
  await button(state, "Move it").click();
  await state.getByText("Put off from Thursday, 16 April 2026 by the other person: A cold, and no voice").waitFor();
  await page.getByText(/^Thursday next week · .*planned$/).waitFor();
  await reload(page);
  await state.getByText(/^Put off from Thursday, 16 April 2026/).waitFor();
  await state.getByText("Put it on another day").click();
  await field(state, "The new day").fill(day(1));
  await state.getByRole("group", { name: "Who asked for it?" }).getByRole("radio", { name: "Me", exact: true }).check();
  await button(state, "Move it").click();
  await state.getByText("Brought forward from Thursday, 23 April 2026 by me").waitFor();
  await button(page, "Undo").click();
  await page.getByText(/^Thursday next week · .*planned$/).waitFor();
  assert.equal(await state.getByText(/^Brought forward/).count(), 0);
  assert.deepEqual(await axe(page), []);
});

test("R3: the agenda proposes itself, each point with its reason, and what to do before is ticked off", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  const goal = "Lead a project";
  await newGoal(page, goal);
  await add(page, "Add a milestone", "Brief the team");
  const mentorship = await beginMentorship(page, "Amara Osei");
  await go(page, `${mentorship}/about`);
  await page.getByRole("checkbox", { name: goal }).check();
  await plan(page, mentorship, day(0));
  await openPlanned(page, mentorship);
  await add(page, "Add a point", "Saying no");
  await add(page, "Add a point", "The summer");
  await promise(page, "Send the outline");
  await button(page, "It took place").click();
  await page.getByRole("checkbox", { name: "Saying no" }).check();
  await add(section(page, "Action items"), "New action item", "Ask Jonas");
  await plan(page, mentorship, day(40));
  await onDay({ page, tabs }, 35);
  await go(page, "#/goals");
  await page.getByRole("link", { name: goal }).click();
  await page.getByRole("checkbox", { name: "Brief the team" }).check();
  await openPlanned(page, mentorship);

  const agenda = section(page, "Agenda");
  await agenda.getByText("Not to be passed over").waitFor();
  await agenda.getByText("There was no time for it at the last meeting.").waitFor();
  await agenda.getByText("Tell that this is reached: Brief the team").waitFor();
  await agenda.getByText("Reached on Tuesday, 19 May 2026, and good news is told.").waitFor();
  await button(agenda, "Add to the agenda: The summer").click();
  await agenda.getByRole("checkbox", { name: "The summer" }).waitFor();
  assert.equal(await button(agenda, "Add to the agenda: The summer").count(), 0, "what stands on the agenda is not proposed");

  const preparation = section(page, "Preparation");
  await add(preparation, "Add something to do before", "Read the chapter");
  await preparation.getByText("What often helps").click();
  await button(preparation, "Add to the preparation: Read our earlier notes").click();
  await preparation.getByRole("checkbox", { name: "Read the chapter" }).check();
  await preparation.getByText("1 of 2 done").waitFor();
  await preparation.getByRole("checkbox", { name: "I am prepared" }).check();
  await reload(page);
  assert.equal(await preparation.getByRole("checkbox", { name: "Read the chapter" }).isChecked(), true);
  assert.deepEqual(await axe(page), []);
});

test("R3, R4: during the talk there is the agenda, the time, a note, a promise and nothing else; then five questions close it", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await plan(page, mentorship, day(0));
  await openPlanned(page, mentorship);
  const meeting = await hash(page);
  await add(page, "Add a point", "Saying no");
  await page.getByText("Change the day, the subject, the goals").click();
  await field(page, "How long").fill("45");
  await field(page, "How long").blur();
  // It was to be in the evening, and they talk in the morning.
  await field(page, "Time").fill("18:00");
  await field(page, "Time").blur();
  await page.getByRole("link", { name: "Begin the talk" }).click();
  await page.waitForFunction(() => location.hash.endsWith("/talk"));
  await heading(page, "Meeting with Amara Osei");
  assert.equal(await page.getByRole("navigation", { name: "Places" }).isVisible(), false, "nothing else is there");
  await button(page, "It begins now").click();
  await page.getByRole("timer").getByText("45 minutes left").waitFor();
  await page.getByRole("checkbox", { name: "Saying no" }).check();
  await write(page, "Notes to share", "She says no with a question.");
  await page.getByText("Private notes", { exact: true }).first().click();
  await page.getByRole("textbox", { name: "Private notes" }).fill("I envy that.");
  await page.getByRole("textbox", { name: "Private notes" }).blur();
  await promise(page, "Say no once this week");
  await tabs.clock.setFixedTime(new Date(new Date(TODAY).getTime() + 42 * 60_000));
  await reload(page);
  await page.getByRole("timer").getByText("3 minutes left").waitFor();
  assert.deepEqual(await axe(page), []);

  await button(page, "The talk is over").click();
  await heading(page, "After the talk with Amara Osei");
  await step(page, "Step 1 of 5: What do you take with you?");
  await write(page, "Insights", "A no can be a question.");
  await write(page, "Outcomes", "I try it once.");
  await write(page, "Their own story", "She once said yes to everything.");
  await button(page, "Next").click();
  await step(page, "Step 2 of 5: Who does what, by when?");
  await page.getByRole("checkbox", { name: "Say no once this week" }).waitFor();
  await button(page, "Next").click();
  await step(page, "Step 3 of 5: What did you tell each other about your work?");
  await add(page, "What was said, in a line; more can follow", "You listen well");
  await page.getByRole("listitem").getByText("From them").waitFor();
  await button(page, "Next").click();
  await step(page, "Step 4 of 5: How did it feel?");
  await button(page, "Note how it felt").click();
  await page.getByRole("group", { name: "Trust" }).getByRole("radio", { name: "5" }).check();
  await page.getByRole("group", { name: "They came" }).getByRole("radio", { name: "Late" }).check();
  assert.deepEqual(await axe(page), []);
  await button(page, "Next").click();
  await step(page, "Step 5 of 5: When do you talk next?");
  const form = page.locator("form").filter({ hasText: "Plan it" });
  assert.equal(await field(form, "Day").inputValue(), day(14), "the rhythm proposes the day");
  await button(form, "Plan it").click();
  await page.locator("main").getByText("28 April", { exact: true }).waitFor();
  await page.getByRole("link", { name: "That is all" }).click();
  await heading(page, "Amara Osei");
  await page.getByText("I try it once.").waitFor();

  await go(page, meeting);
  await page.getByText(/ · held$/).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Notes to share" }).inputValue(), "She says no with a question.");
  assert.equal(await page.getByRole("group", { name: "They came" }).getByRole("radio", { name: "Late" }).isChecked(), true);
  await go(page, `${mentorship}/pulse`);
  assert.equal(await page.getByRole("group", { name: "Trust" }).getByRole("radio", { name: "5" }).isChecked(), true, "how it felt stands with the pulse");
});

test("R2, R4: a meeting of last week is logged without a title and closed, with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await go(page, mentorship);
  await pressOn(page, page.getByText("Log a past meeting", { exact: true }));
  const form = page.locator("form").filter({ hasText: "Log it" });
  await pressOn(page, button(form, "Log it"));
  await heading(page, "Meeting with Amara Osei");
  await pressOn(page, page.getByRole("link", { name: "Answer them" }));
  await heading(page, "After the talk with Amara Osei");
  await typeInto(page, page.getByRole("textbox", { name: "Insights" }), "Ask sooner.");
  for (const next of [2, 3, 4, 5]) {
    await pressOn(page, button(page, "Next"));
    await page.waitForFunction((text) => document.activeElement?.textContent.startsWith(text), `Step ${next} of 5`);
  }
  await pressOn(page, page.getByRole("link", { name: "That is all" }));
  await heading(page, "Amara Osei");
  await page.getByText("Ask sooner.").waitFor();
  await saved(page);
  await pressOn(page, page.getByRole("link", { name: "Meeting", exact: true }));
  await heading(page, "Meeting with Amara Osei");
  assert.equal(await page.getByText("Answer them").count(), 0, "what is written down asks no more");
});

test("R3: the agenda goes out ahead, and afterwards what both may read, with the keyboard alone", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await tabs.grantPermissions(["clipboard-read", "clipboard-write"]);
  const mentorship = await beginMentorship(page, "Amara Osei");
  await plan(page, mentorship, day(0));
  await section(page, "Next").getByRole("link").first().click();
  await heading(page, "Meeting with Amara Osei");
  assert.equal(await page.getByText("Send the agenda", { exact: true }).count(), 0, "there is none yet");
  await add(page, "Add a point", "Ask a second time");
  await pressOn(page, page.getByText("Send the agenda", { exact: true }), "Enter");
  await pressOn(page, button(page, "Copy"));
  await page.getByText("Copied.", { exact: true }).waitFor();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  assert.equal(await copied(), "Meeting with Amara Osei\nTuesday, 14 April 2026\n\nAgenda\n– Ask a second time");

  await button(page, "It took place").click();
  await write(page, "Notes to share", "Every second Monday");
  await write(page, "Private notes", "I was nervous");
  await write(page, "Insights", "A no can be a question");
  await add(page, "New action item", "Send the outline");
  await section(page, "Action items").getByRole("checkbox", { name: "Send the outline" }).waitFor();
  await page.getByText("Send the notes").click();
  await button(page, "Copy").click();
  assert.equal(await copied(), "Meeting with Amara Osei\nTuesday, 14 April 2026\n\nNotes\nEvery second Monday\n\nAction items\n– I: Send the outline");
  const mail = new URL(await page.getByRole("link", { name: "Open in your mail program" }).getAttribute("href"));
  assert.equal(mail.searchParams.get("subject"), "Meeting with Amara Osei");
});
