// H5: doubt, and an end said aloud: what is open is settled, what came of it kept, thanks said, the door left open.
import assert from "node:assert/strict";
import test from "node:test";
import { plan } from "./meetings.mjs";
import { TODAY, add, axe, begin, beginMentorship, checkIn, day, field, go, heading, newGoal, onDay, pressOn, reload, saved, section, tabTo, write } from "./support.mjs";

const button = (within, name) => within.getByRole("button", { name, exact: true });
const open = (page) => section(page, "What is still open");

test("H5: a doubt is written down from both sides, and what of it is to be said becomes a point of the next agenda", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei");
  await go(page, `${mentorship}/pulse`);
  await button(page, "Write down a doubt").click();
  await heading(page, "A doubt about Amara Osei");
  await page.waitForFunction(() => document.activeElement?.dataset.at === "troubles");
  await write(page, "What troubles me", "We talk about their week");
  await write(page, "What is good all the same", "The honest questions");
  await write(page, "What would have to change", "Ten minutes for my point, first");
  await page.getByText("Private, never shared").waitFor();
  assert.equal(await button(page, "Mark as private").count(), 0, "it is private by its nature");
  const talk = section(page, "To talk about");
  const points = talk.getByRole("listitem").locator("p");
  await talk.getByText("“What I value: The honest questions”").waitFor();
  assert.equal((await points.allInnerTexts())[1], "“What I find hard: We talk about their week”");
  await button(talk, "Put on the agenda: What would help me: Ten minutes for my point, first").click();
  await talk.getByText("On the agenda", { exact: true }).waitFor();
  await button(talk, "Put on the agenda: Should we go on, and until when?").click();
  await page.getByRole("status").getByText(/^Put “Should we go on, and until when\?” on the agenda of the meeting/).waitFor();
  await page.getByRole("radio", { name: "Change something" }).check();
  await page.getByRole("link", { name: "To what you agreed on" }).waitFor();
  assert.deepEqual(await axe(page), []);
  await reload(page);
  assert.equal(await field(page, "What troubles me").inputValue(), "We talk about their week");

  await go(page, mentorship);
  await section(page, "Next").getByRole("link").first().click();
  await heading(page, "Meeting with Amara Osei");
  const agenda = section(page, "Agenda").locator("ol").getByRole("checkbox");
  assert.equal(await agenda.count(), 2);
  await go(page, `${mentorship}/pulse`);
  const doubts = section(page, "When in doubt");
  await doubts.getByText("Change something").waitFor();
  await doubts.getByRole("link", { name: "Today" }).click();
  await page.getByRole("radio", { name: "End it" }).check();
  await page.getByRole("link", { name: "End it well" }).click();
  await heading(page, "End the mentorship with Amara Osei");
});

test("H5: a mentorship ends well: settled, thanked, kept, in one step that can be undone", async (t) => {
  const visited = await begin(t, { on: TODAY });
  const { page, tabs } = visited;
  await tabs.grantPermissions(["clipboard-read", "clipboard-write"]);
  await newGoal(page, "Speak in public");
  const mentorship = await beginMentorship(page, "Amara Osei", -90);
  await checkIn(page, mentorship, -3, "A last tea");
  await go(page, `${mentorship}/about`);
  await section(page, "Goals").getByRole("checkbox", { name: "Speak in public" }).check();
  await section(page, "Goals").getByRole("checkbox", { name: "Speak in public" }).waitFor();
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Speak in public" }).click();
  await heading(page, "Speak in public");
  await section(page, "Where it stands").getByRole("radio", { name: "Achieved" }).check();
  await button(page, "Set it so").click();
  await saved(page);
  await go(page, `${mentorship}/actions`);
  for (const [title, owner] of [["Send the outline", "Mine"], ["Keep the slides", "Mine"], ["Name two people", "Theirs"]]) {
    await page.locator("[data-at=new-action]").getByRole("radio", { name: owner }).check();
    await add(page, "New action item", title);
    await section(page, "Open").getByRole("checkbox", { name: title }).waitFor();
  }

  await plan(page, mentorship, day(7));
  await go(page, `${mentorship}/about`);
  await page.getByRole("link", { name: "End it", exact: true }).click();
  await heading(page, "End the mentorship with Amara Osei");
  await section(page, "The end").getByText("called off").waitFor();
  assert.equal(await open(page).getByRole("listitem").count(), 3);
  const fate = (title, word) => open(page).getByRole("listitem").filter({ hasText: title }).getByRole("radio", { name: word });
  assert.equal(await fate("Name two people", "I still do it").count(), 0, "what is theirs I do not keep");
  await fate("Send the outline", "Done").check();
  await button(page, "End it").click();
  await page.getByRole("alert").getByText("Decide about each action item first.").waitFor();
  await page.waitForFunction(() => document.activeElement?.classList.contains("settle") && !document.activeElement.querySelector(":checked"));
  await fate("Keep the slides", "I still do it").check();
  await fate("Name two people", "Drop it").check();
  const results = page.getByRole("textbox", { name: "What came of it", exact: true });
  await results.fill("I count to five before I answer");
  await results.blur();
  await section(page, "What came of it").getByRole("link", { name: "Speak in public" }).waitFor();
  const words = field(page, "Your words");
  const drafted = "Hello Amara,\n\nThank you for your time since 14 January.\n\nWhat I reached: Speak in public.\n\nWhat came of it: I count to five before I answer.\n\nLet us stay in touch. I will tell you what becomes of it.\n\nBest wishes";
  await page.waitForFunction((text) => document.querySelector("[data-at=thanks]").value === text, drafted);
  await button(page, "Copy").click();
  await page.getByText("Copied.", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), drafted);
  await write(page, "Your words", `${drafted}, Ada`);
  const mail = new URL(await page.getByRole("link", { name: "Open in your mail program" }).getAttribute("href"));
  assert.equal(mail.searchParams.get("body"), `${drafted}, Ada`.replaceAll("\n", "\r\n"));
  await reload(page);
  assert.equal(await words.inputValue(), `${drafted}, Ada`, "what was typed survives");
  await button(page, "I said it").click();
  await section(page, "Say thanks").getByText("Noted as a check-in today").waitFor();
  assert.equal(await words.inputValue(), `${drafted}, Ada`, "what was said stands as it was said");
  await button(page, "In half a year").click();
  await page.waitForFunction(() => document.querySelector("[data-at=keep-in-touch]")?.value === "2026-10-14");
  await button(page, "In 3 months").click();
  assert.equal(await field(page, "Write again on").inputValue(), day(91));
  assert.deepEqual(await axe(page), []);
  await fate("Send the outline", "Done").check();
  await fate("Keep the slides", "I still do it").check();
  await fate("Name two people", "Drop it").check();
  await field(page, "The reason, in a line").fill("The year was over");
  await button(page, "End it").click();
  await heading(page, "Amara Osei");
  await page.getByText("Guided you from 14 January to 14 April").waitFor();
  await go(page, mentorship);
  await section(page, "What happened").getByText("Cancelled").waitFor();
  assert.equal(await section(page, "Next").count(), 0, "nothing is planned with whom one has parted");
  await go(page, `${mentorship}/about`);
  assert.equal(await results.inputValue(), "I count to five before I answer");
  await section(page, "What came of it").getByRole("link", { name: "Find" }).waitFor();
  await go(page, `${mentorship}/actions`);
  await section(page, "Open").getByText("Done and dropped (2)").click();
  await section(page, "Open").getByText("Theirs · dropped today: The mentorship ended").waitFor();
  assert.equal(await section(page, "Open").getByRole("checkbox", { name: "Keep the slides" }).isChecked(), false);

  // The end and all that was decided with it is one step.
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await page.getByText("Guides you since 14 January").waitFor();
  assert.equal(await section(page, "Open").locator(":scope > ul > li").count(), 3);
  await page.keyboard.press("Control+Shift+z");
  await page.getByText("Guided you from 14 January to 14 April").waitFor();

  // On the day set for it one writes again, and then it is quiet.
  await go(page, "#/");
  assert.equal(await page.getByText("Write a line to Amara Osei").count(), 0);
  await onDay(visited, 91);
  const line = page.getByRole("listitem").filter({ hasText: "Write a line to Amara Osei" });
  await line.getByText("You wanted to keep in touch, and to write again today").waitFor();
  await button(line, "Write").click();
  await page.waitForFunction(() => document.activeElement?.closest("[data-at=new-check-in]"));
  await add(page, "What it was about, in a line", "Told her about the second talk");
  await saved(page);
  await go(page, "#/");
  await line.waitFor({ state: "detached" });

  await go(page, `${mentorship}/about`);
  await button(page, "Take it up again").click();
  await page.getByText("Guides you since 14 January").waitFor();
});

test("H5: a mentorship is ended with the keyboard alone, and not before it began", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const mentorship = await beginMentorship(page, "Amara Osei", -2);
  await go(page, `${mentorship}/actions`);
  await add(page, "New action item", "Send the outline");
  await section(page, "Open").getByRole("checkbox", { name: "Send the outline" }).waitFor();
  await go(page, `${mentorship}/about`);
  await pressOn(page, page.getByRole("link", { name: "End it", exact: true }));
  await heading(page, "End the mentorship with Amara Osei");
  await tabTo(page, open(page).getByRole("radio", { name: "Done" }));
  await page.keyboard.press("Space");
  await tabTo(page, field(page, "It ended on"));
  await field(page, "It ended on").fill(day(-3));
  await pressOn(page, button(page, "End it"));
  await page.getByRole("alert").getByText("It cannot end before it began.").waitFor();
  await field(page, "It ended on").fill(day(0));
  await pressOn(page, button(page, "End it"));
  await heading(page, "Amara Osei");
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.getByText("Guided you from 12 April to 14 April").waitFor();
});
