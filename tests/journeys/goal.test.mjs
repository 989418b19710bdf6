import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, begin, field, go, heading, newGoal, reload, saved, section, tabTo, write } from "./support.mjs";

const milestones = (page) => section(page, "Milestones").getByRole("listitem");
const row = (page, title) => milestones(page).filter({ has: page.getByRole("checkbox", { name: title, exact: true }) });
/** The titles of the milestones, from top to bottom. */
const order = (page) => milestones(page).getByRole("textbox", { name: "milestone" }).evaluateAll((fields) => fields.map((it) => it.value));
/** What happened with the goal: day, what, more. */
const happened = (page) => section(page, "What happened").getByRole("listitem").evaluateAll((rows) => rows.map((it) => it.innerText.split(/\n+/).map((line) => line.trim()).filter(Boolean)));

test("a goal goes from one sentence to achieved, and all of it is there after a reload", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Speak at a regional conference");

  await write(page, "Why it matters", "I want to be heard beyond my team.\nAnd to lose the fear.");
  await write(page, "How I will know", "A talk of twenty minutes, with questions");
  await write(page, "Target date", "2026-09-30");
  await add(page, "Add a skill", "Telling a story with data");
  await add(page, "Add a skill", "Breathing");

  await add(page, "Add a milestone", "Submit the abstract");
  await page.getByRole("button", { name: "Remove: Submit the abstract" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Move up: Submit the abstract" }).count(), 0, "alone, it has nowhere to go");
  await add(page, "Add a milestone", "Rehearse twice");
  await add(page, "Add a milestone", "Find a topic");
  assert.deepEqual(await order(page), ["Submit the abstract", "Rehearse twice", "Find a topic"]);
  await page.getByRole("button", { name: "Move up: Find a topic" }).click();
  await page.getByRole("button", { name: "Move up: Find a topic" }).click();
  await page.getByRole("button", { name: "Move down: Submit the abstract" }).click();
  assert.deepEqual(await order(page), ["Find a topic", "Rehearse twice", "Submit the abstract"]);
  await page.getByRole("button", { name: "Move up: Submit the abstract" }).click();
  assert.deepEqual(await order(page), ["Find a topic", "Submit the abstract", "Rehearse twice"]);

  await row(page, "Submit the abstract").getByLabel(/^Due/).fill("2026-05-02");
  await row(page, "Find a topic").getByRole("checkbox").check();
  await row(page, "Find a topic").getByText("Today").waitFor();
  await page.getByRole("img", { name: "1 of 3 milestones" }).waitFor();
  await section(page, "Milestones").getByText("1 of 3").waitFor();

  const stands = section(page, "Where it stands");
  await stands.getByRole("radio", { name: "Paused" }).check();
  await write(stands, "The reason, in a line", "The conference was moved");
  await stands.getByRole("button", { name: "Set it so" }).click();
  await section(page, "What happened").getByText("The conference was moved").waitFor();

  const review = section(page, "Review");
  await review.getByText("Look at it now").click();
  await write(review, "What do you see now?", "Still the right goal; the topic is clearer.");
  await field(review, "Next look").fill("2026-06-01");
  await review.getByRole("button", { name: "Keep this review" }).click();
  await page.waitForFunction(() => [...document.querySelectorAll("input[type=date]")].some((it) => it.value === "2026-06-01"));
  assert.equal(await field(review, "Look at it again on").inputValue(), "2026-06-01");

  await stands.getByRole("radio", { name: "Achieved" }).check();
  await write(stands, "The reason, in a line", "The talk went well");
  await stands.getByRole("button", { name: "Set it so" }).click();
  await section(page, "What happened").getByText("The talk went well").waitFor();

  await page.getByRole("button", { name: "Mark as private" }).click();
  await page.locator("header").getByText("Private, never shared").waitFor();

  const whole = async () => {
    await heading(page, "Speak at a regional conference");
    assert.equal(await field(page, "Why it matters").inputValue(), "I want to be heard beyond my team.\nAnd to lose the fear.");
    assert.equal(await field(page, "How I will know").inputValue(), "A talk of twenty minutes, with questions");
    assert.equal(await field(page, "Target date").inputValue(), "2026-09-30");
    await page.getByRole("button", { name: "Remove: Telling a story with data" }).waitFor();
    await page.getByRole("button", { name: "Remove: Breathing" }).waitFor();
    assert.deepEqual(await order(page), ["Find a topic", "Submit the abstract", "Rehearse twice"]);
    assert.equal(await row(page, "Find a topic").getByRole("checkbox").isChecked(), true);
    assert.equal(await row(page, "Rehearse twice").getByRole("checkbox").isChecked(), false);
    assert.equal(await row(page, "Submit the abstract").getByLabel(/^Due/).inputValue(), "2026-05-02");
    assert.equal(await page.getByRole("img", { name: "1 of 3 milestones" }).count(), 1);
    assert.equal(await stands.getByRole("radio", { name: "Achieved" }).isChecked(), true);
    assert.equal(await page.locator("header").getByText("Private, never shared").count(), 1);
    const lines = (await happened(page)).map((line) => line.join(" · ")).sort();
    assert.deepEqual(lines, [
      "Today · Achieved · The talk went well",
      "Today · Paused · The conference was moved",
      "Today · Reached: Find a topic",
      "Today · Reviewed · Still the right goal; the topic is clearer.",
    ]);
  };
  await whole();
  await reload(page);
  await whole();

  await go(page, "#/goals?state=achieved");
  const line = section(page, "Goals").getByRole("listitem").filter({ hasText: "Speak at a regional conference" });
  await line.getByText("Next: Submit the abstract").waitFor();
  await line.getByText("Private, never shared").waitFor();
  await line.getByText("1 of 3", { exact: true }).waitFor();
  await go(page, "#/goals?state=paused");
  await page.getByText("No goal is paused now.").waitFor();
});

test("a goal is written and ticked with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const keys = page.keyboard;
  await keys.press("n");
  await tabTo(page, page.getByRole("button", { name: "A goal", exact: true }));
  await keys.press("Enter");
  await heading(page, "Goals");
  await tabTo(page, field(page, "New goal"));
  await keys.type("Write a book");
  await keys.press("Enter");
  await heading(page, "Write a book");
  await tabTo(page, field(page, "Why it matters"));
  await keys.type("To hand on what I learned");
  await tabTo(page, field(page, "Add a milestone"));
  for (const title of ["Outline", "First chapter", "A reader"]) {
    await keys.type(title);
    await keys.press("Enter");
  }
  assert.deepEqual(await order(page), ["Outline", "First chapter", "A reader"]);

  const up = page.getByRole("button", { name: "Move up: A reader" });
  await tabTo(page, up, { key: "Shift+Tab" });
  await keys.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Move up: A reader");
  await keys.press("Space");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Move up: A reader");
  assert.deepEqual(await order(page), ["A reader", "Outline", "First chapter"]);

  const outline = page.getByRole("checkbox", { name: "Outline" });
  await tabTo(page, outline);
  await keys.press("Space");
  await page.getByRole("img", { name: "1 of 3 milestones" }).waitFor();
  assert.equal(await outline.isChecked(), true);

  await tabTo(page, page.getByRole("radio", { name: "Active" }));
  await keys.press("ArrowRight");
  await tabTo(page, field(page, "The reason, in a line"));
  await keys.type("After the summer");
  await tabTo(page, page.getByRole("button", { name: "Set it so" }));
  await keys.press("Enter");
  await section(page, "What happened").getByText("After the summer").waitFor();

  await reload(page);
  await heading(page, "Write a book");
  assert.equal(await field(page, "Why it matters").inputValue(), "To hand on what I learned");
  assert.equal(await page.getByRole("checkbox", { name: "Outline" }).isChecked(), true);
  assert.equal(await page.getByRole("radio", { name: "Paused" }).isChecked(), true);
});

test("what is typed into a goal is kept although the field is never left", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await field(page, "Why it matters").pressSequentially("Half a sen");
  await page.reload();
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), "Half a sen");
  await saved(page);
});

test("a text that is too long is called not saved, waits as a draft, and is taken once it fits", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  const goal = new URL(page.url()).hash;
  await write(page, "How I will know", "They say yes");
  await saved(page);
  const long = "A very long story. ".repeat(2700);
  await write(page, "How I will know", long);
  await page.getByText(/characters long, and 50000 fit/).waitFor();
  await page.getByText("Not saved", { exact: true }).waitFor();
  await go(page, "#/goals");
  await saved(page);
  await go(page, goal);
  assert.equal(await field(page, "How I will know").inputValue(), long);
  await page.getByText(/characters long, and 50000 fit/).waitFor();
  await page.reload();
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "How I will know").inputValue(), long, "also after the page was loaded anew");
  await page.getByText("Not saved", { exact: true }).waitFor();
  await write(page, "How I will know", "They say yes at once");
  await saved(page);
  await reload(page);
  assert.equal(await field(page, "How I will know").inputValue(), "They say yes at once");
});

test("what is typed into a form that is not sent yet is there when one comes back", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  const address = await page.evaluate(() => location.hash);
  await section(page, "Review").getByText("Look at it now").click();
  await write(page, "What do you see now?", "Still right, and slower than I thought");
  const state = section(page, "Where it stands");
  await state.getByRole("radio", { name: "Achieved" }).check();
  await write(state, "The reason, in a line", "The raise came");
  await saved(page);
  await go(page, "#/goals");
  await go(page, address);
  await reload(page);
  await section(page, "Review").getByText("Look at it now").click();
  assert.equal(await field(page, "What do you see now?").inputValue(), "Still right, and slower than I thought");
  await state.getByRole("radio", { name: "Achieved" }).check();
  assert.equal(await field(state, "The reason, in a line").inputValue(), "The raise came");
  await state.getByRole("button", { name: "Set it so" }).click();
  await page.waitForFunction(() => document.activeElement?.type === "radio" && document.activeElement.checked);
  await state.getByRole("radio", { name: "Paused" }).check();
  assert.equal(await field(state, "The reason, in a line").inputValue(), "", "what was sent is no draft any more");
});

test("a skill in another case or with other accents is the same skill, and Enter sets a state with its reason", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Speak in public");
  await add(page, "Add a skill", "Résumé writing");
  await page.getByRole("button", { name: "Remove: Résumé writing" }).waitFor();
  await add(page, "Add a skill", "resume WRITING");
  await page.getByText("“Résumé writing” is there already.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Remove: .*writing$/i }).count(), 1);

  const stands = section(page, "Where it stands");
  await stands.getByRole("radio", { name: "Paused" }).check();
  await add(stands, "The reason, in a line", "The conference was moved");
  await section(page, "What happened").getByText("The conference was moved").waitFor();
  assert.equal(await stands.getByRole("radio", { name: "Paused" }).isChecked(), true);
});

test("who is told to write something first, and writes, or leaves, is told so no longer", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Speak in public");
  const told = page.getByRole("alert").getByText("Write something first.");
  await field(page, "Add a milestone").press("Enter");
  await told.waitFor();
  await field(page, "Add a milestone").pressSequentially("R");
  await told.waitFor({ state: "detached" });
  await field(page, "Add a milestone").fill("");
  await field(page, "Add a milestone").press("Enter");
  await told.waitFor();
  await field(page, "Why it matters").focus();
  await told.waitFor({ state: "detached" });
});
