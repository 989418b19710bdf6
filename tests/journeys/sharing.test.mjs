// K4, K5, R6: what is shared with a mentor, seen first, read elsewhere, answered, and taken in.
import assert from "node:assert/strict";
import test from "node:test";
import { comment, openShare, owner, reader, reply, share, sheet, toShare } from "./owner.mjs";
import {
  TODAY, add, axe, begin, chooseFile, day, downloaded, field, fileOf, go, heading, held, later, newGoal, onDay, pressOn, reload, saved,
  section, skipWelcome, started, stored, tabTo, typeInto, write,
} from "./support.mjs";

const JSON_TEXT = "As JSON, letter by letter";

/** The points of a reply that is open, each as the page shows it. */
const points = (page) => page.getByRole("region", { name: "What opening it would do" }).getByRole("listitem");

test("K4, K5: what is chosen is seen first, read by somebody else offline, answered, and taken in point by point", async (t) => {
  const mine = await owner(t);
  const { page, mentorship, goal } = mine;
  await toShare(page, mentorship, { note: "Is the goal too large?" });

  // What is private is not offered, and what is seen first is what leaves, letter by letter.
  assert.equal(await page.getByText("Leave the company").count(), 0);
  await page.getByText("1 private entry is left out.").waitFor();
  await page.getByText(JSON_TEXT).click();
  const seen = await page.locator("pre", { hasText: "mentorbook-share" }).textContent();
  await page.getByText("As a page", { exact: true }).click();
  await sheet(page, "Speak at a conference").getByText("To be heard beyond my team").waitFor();
  const { name, text } = await share(page);
  assert.equal(text, seen);
  assert.equal(name, `mentorbook-share-${day(0)}.json`);
  for (const secret of ["Leave the company", "afraid", "person-"]) assert.ok(!text.includes(secret), secret);
  await section(page, "Shared before").getByText("4 entries").waitFor();

  // Somebody else reads it, without a network.
  const other = await reader(t, text);
  await held(other.page);
  await other.tabs.setOffline(true);
  await other.page.reload();
  await started(other.page);
  await heading(other.page, "What Robin shares");
  await section(other.page, "Robin writes").getByText("Is the goal too large?").waitFor();
  await sheet(other.page, "Speak at a conference").getByText("Find three conferences").waitFor();
  assert.deepEqual(await axe(other.page), []);
  await comment(other.page, "Speak at a conference", "Begin smaller: <b>ten</b> people.");
  await field(other.page, "I have done this: Ask the organisers").check();
  await other.page.getByRole("button", { name: "Something to do" }).click();
  await write(other.page, "Something to do", "Read the essay on questions");
  await other.page.getByRole("button", { name: "Something to talk about" }).click();
  await write(other.page, "Something to talk about", "What you are afraid of");
  await saved(other.page);

  // What was typed is there when the page is loaded anew, and after that in the reply.
  await reload(other.page);
  assert.equal(await field(other.page, "My comment on “Speak at a conference”").inputValue(), "Begin smaller: <b>ten</b> people.");
  await other.page.getByText("1 comment, 1 done, 2 proposals").waitFor();
  const answer = await reply(other.page);
  assert.equal(answer.name, `mentorbook-reply-${day(0)}.json`);

  // It comes back: each point in its place, taken or left.
  await go(page, "#/share");
  await chooseFile(page, fileOf(answer.text, answer.name));
  await page.getByText("This is a reply from Amara Osei, written today.").waitFor();
  assert.deepEqual(await axe(page), []);
  assert.equal(await points(page).count(), 4);
  await field(page, "Take: What you are afraid of (About all of it)").uncheck();
  await page.getByRole("button", { name: "Take in 3 points" }).click();
  await page.getByRole("status").getByText("3 points taken in, 1 left").waitFor();
  await saved(page);
  await go(page, goal);
  const said = page.getByRole("region", { name: "What was said about it" });
  await said.getByText("Begin smaller: <b>ten</b> people.").waitFor();
  await said.getByText("Amara Osei, today").waitFor();
  assert.equal(await field(page, "Why it matters").inputValue(), "To be heard beyond my team");
  await go(page, `${mentorship}/actions`);
  await page.getByRole("checkbox", { name: "Read the essay on questions" }).waitFor();
  await page.getByText("Done and dropped (1)").click();
  assert.ok(await page.getByRole("checkbox", { name: "Ask the organisers" }).isChecked());

  // Once more: only what was left is still to be taken.
  await go(page, "#/share");
  await chooseFile(page, fileOf(answer.text, answer.name));
  await page.getByRole("button", { name: "Take in 1 point" }).waitFor();
  assert.equal(await points(page).filter({ hasText: "Taken in before." }).count(), 3);
  await page.getByRole("button", { name: "Leave it" }).click();

  // A week later it is shared again, with what is different since.
  await onDay(mine, 7);
  await go(page, goal);
  await write(page, "Why it matters", "To be heard by strangers");
  await toShare(page, mentorship);
  await page.getByText(/^1 goal, .* Since the share on 14 April: 1 new, 2 changed\.$/).waitFor();
  const again = await share(page);
  await other.tabs.setOffline(false);
  await other.page.getByRole("button", { name: "Close it" }).click();
  await heading(other.page, "Share");
  await openShare(other.page, again.text);
  await sheet(other.page, "Speak at a conference").getByText("Changed", { exact: true }).waitFor();
  await sheet(other.page, "Read the essay on questions").getByText("New", { exact: true }).waitFor();
});

test("K5: a share is read, answered and sent back with the keyboard alone", async (t) => {
  const { page, mentorship } = await owner(t);
  await go(page, `${mentorship}/share`);
  await typeInto(page, field(page, "Your name in it"), "Robin");
  await pressOn(page, page.getByRole("button", { name: "None: action items" }));
  const { text } = await downloaded(page, () => pressOn(page, page.getByRole("button", { name: "Save the file" })));
  assert.ok(text.includes("Speak at a conference") && !text.includes("Send the outline"));

  const other = await begin(t, { on: TODAY });
  await go(other.page, "#/share");
  const [chooser] = await Promise.all([other.page.waitForEvent("filechooser"), pressOn(other.page, field(other.page, "Choose a file"))]);
  await chooser.setFiles(fileOf(text));
  await pressOn(other.page, other.page.getByRole("button", { name: "Read it" }));
  await heading(other.page, "What Robin shares");
  await pressOn(other.page, other.page.getByRole("button", { name: "Comment on “Speak at a conference”" }));
  const box = field(other.page, "My comment on “Speak at a conference”");
  await box.and(other.page.locator(":focus")).waitFor();
  await other.page.keyboard.type("Which one first?");
  await pressOn(other.page, other.page.getByRole("button", { name: "A day to meet" }));
  await field(other.page, "Day").fill(day(9));
  await saved(other.page);
  // What takes a point away leaves the focus beside it.
  await pressOn(other.page, other.page.getByRole("button", { name: "Something to do" }));
  await field(other.page, "Something to do").and(other.page.locator(":focus")).waitFor();
  await pressOn(other.page, other.page.getByRole("button", { name: "Remove: Something to do" }));
  await field(other.page, "Something to do").waitFor({ state: "detached" });
  await other.page.waitForFunction(() => document.activeElement.closest("#page"));
  await downloaded(other.page, () => pressOn(other.page, other.page.getByRole("button", { name: "Save my reply" })));
});

test("K5: a reply is taken in with the keyboard alone, and the focus is never lost", async (t) => {
  const { page, mentorship } = await owner(t);
  await toShare(page, mentorship);
  const { text } = await share(page);
  const other = await reader(t, text);
  await comment(other.page, "Speak at a conference", "Which one first?");
  await comment(other.page, "Speak at a conference", "And when?");
  const answer = await reply(other.page);
  await go(page, "#/share");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), pressOn(page, field(page, "Choose a file"))]);
  await chooser.setFiles(fileOf(answer.text));
  await pressOn(page, page.getByLabel("Take: And when? (Speak at a conference)"), "Space");
  await pressOn(page, page.getByLabel("Take: And when? (Speak at a conference)"), "Space");
  await pressOn(page, page.getByRole("button", { name: "Take in 2 points" }));
  const inThePage = () => page.waitForFunction(() => document.activeElement.closest("#page"));
  await inThePage();
  await go(page, `${mentorship}/share`);
  const all = section(page, "What came back").getByRole("listitem");
  for (const left of [1, 0]) {
    await pressOn(page, section(page, "What came back").getByRole("button", { name: /^Remove: Amara Osei/ }).first());
    await page.waitForFunction((left) => document.querySelectorAll("li.comment").length === left, left);
    await inThePage();
  }
  assert.equal(await all.count(), 0);
});

test("K5: what was given lies apart from one's own notebook, and is forgotten whole", async (t) => {
  const { page, mentorship } = await owner(t);
  await toShare(page, mentorship);
  const { text } = await share(page);

  const other = await begin(t, { on: TODAY });
  await newGoal(other.page, "A goal of my own");
  const own = async () => {
    const { local, databases } = await stored(other.page);
    const texts = local.filter(([key]) => key.startsWith("mentorbook:/:mine:") && !key.endsWith("preferences"));
    return [texts, databases["mentorbook:/:mine"].entries];
  };
  const before = await own();
  await openShare(other.page, text);
  await comment(other.page, "Speak at a conference", "Zqx");
  assert.deepEqual(await own(), before);
  await other.page.keyboard.press("g");
  await heading(other.page, "What Robin shares");

  // Another tab shows it, too, and takes over what is typed here.
  const tab = await other.newTab(other.url);
  await go(tab, "#/share");
  await tab.getByRole("button", { name: "Read on: from Robin" }).click();
  await field(tab, "My comment on “Speak at a conference”").waitFor();
  await write(other.page, "My comment on “Speak at a conference”", "Zqx, twice");
  await tab.waitForFunction(() => document.querySelector("article textarea")?.value === "Zqx, twice");
  await tab.close();

  // Closed, it waits under Share; forgotten, nothing of it is left.
  await other.page.getByRole("button", { name: "Close it" }).click();
  await heading(other.page, "Share");
  await other.page.getByRole("button", { name: "Read on: from Robin" }).click();
  assert.equal(await field(other.page, "My comment on “Speak at a conference”").inputValue(), "Zqx, twice");
  await other.page.getByRole("button", { name: "Forget this file" }).click();
  await other.page.getByRole("button", { name: "Forget it" }).click();
  await heading(other.page, "Share");
  const everything = JSON.stringify(await stored(other.page));
  for (const gone of ["Zqx", "Speak at a conference", "Robin"]) assert.ok(!everything.includes(gone), gone);
  assert.deepEqual(await own(), before);
});

test("K5: a reply to something else, to an older share or beyond what was shared says so", async (t) => {
  const mine = await owner(t);
  const { page, mentorship, goal } = mine;
  await toShare(page, mentorship);
  const { text } = await share(page);
  const other = await reader(t, text);
  await comment(other.page, "Speak at a conference", "Which one first?");
  const answer = (await reply(other.page)).text;

  const open = async (file) => {
    await go(page, "#/");
    await go(page, "#/share");
    await chooseFile(page, fileOf(file));
  };
  await open(answer.replace(/"share": "share-.{16}"/, '"share": "share-0000000000000001"'));
  await page.getByText("It answers something that was not shared from this notebook").waitFor();
  await open(answer.replace(/"about": "goal-.{16}"/, '"about": "person-0000000000000001"'));
  await page.getByText("It is about something that was not in the share, so it cannot be taken in.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Take in/ }).count(), 0);
  await open(answer.replace("Which one first?", " "));
  await page.getByText("This file was not opened").waitFor();

  await onDay(mine, 3);
  await toShare(page, mentorship);
  await share(page);
  await open(answer);
  await page.getByText(/^You have shared again since/).waitFor();
  // What it is about was removed meanwhile: the word stays.
  await go(page, goal);
  await page.getByRole("button", { name: "Remove", exact: true }).last().click();
  await open(answer);
  await points(page).getByText("About something you have removed since", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Take in 1 point" }).click();
  await go(page, `${mentorship}/share`);
  await section(page, "What came back").getByText("Which one first?").waitFor();
});

test("K4: what left is what is noted: another choice is another share, and what was left out stays out", async (t) => {
  const { page, mentorship } = await owner(t);
  await toShare(page, mentorship);
  await field(page, "Your name in it").fill(" ");
  await page.getByRole("button", { name: "Save the file" }).click();
  await page.getByRole("alert").getByText("Write your name first").waitFor();
  await field(page, "Your name in it").and(page.locator(":focus")).waitFor();
  await field(page, "Your name in it").fill("Robin");
  const outline = page.getByRole("checkbox", { name: "Send the outline · Amara Osei" });
  await outline.uncheck();
  await reload(page);
  assert.ok(!(await outline.isChecked()), "a choice is kept until it has left");
  const first = JSON.parse((await share(page)).text);
  const same = JSON.parse((await share(page)).text);
  assert.deepEqual(same, first);
  await outline.check();
  const second = JSON.parse((await share(page)).text);
  assert.notEqual(second.share, first.share);
  assert.deepEqual(second.entries.filter((it) => it.news).map((it) => [it.title, it.news]), [["Send the outline", "new"]]);
  assert.equal(await section(page, "Shared before").getByRole("listitem").count(), 2);
  // Next time it begins with what was shared last, and with what is new since.
  await outline.uncheck();
  await share(page);
  await go(page, `${mentorship}/actions`);
  await add(page, "New action item", "Write to her");
  await go(page, `${mentorship}/share`);
  await page.getByRole("checkbox", { name: "Write to her · Amara Osei" }).waitFor();
  assert.deepEqual([await outline.isChecked(), await page.getByRole("checkbox", { name: "Write to her · Amara Osei" }).isChecked()], [false, true]);
});

test("K5: what was given can be forgotten from the list, and waits on the first page of somebody who has nothing else", async (t) => {
  const { page, mentorship } = await owner(t);
  await toShare(page, mentorship);
  const { text } = await share(page);
  const other = await reader(t, text);
  await comment(other.page, "Speak at a conference", "Zqx");
  const later = await other.newTab(other.url);
  await go(later, "#/welcome");
  await later.getByRole("button", { name: "Read on: from Robin" }).waitFor();
  await later.getByRole("button", { name: "Forget: from Robin" }).click();
  await later.getByRole("button", { name: "Forget it" }).click();
  await later.getByText("Forgotten: nothing of it is left in this browser.").waitFor();
  assert.equal(await later.getByRole("button", { name: "Read on: from Robin" }).count(), 0);
  // The tab in which it was read begins anew, and has nothing to show.
  await other.page.getByText("Speak at a conference").waitFor({ state: "detached" });
  const everything = JSON.stringify(await stored(later));
  for (const gone of ["Zqx", "Speak at a conference"]) assert.ok(!everything.includes(gone), gone);
});

test("every file is opened in one place, which says what it is", async (t) => {
  const { page } = await begin(t);
  const open = async (file) => {
    await go(page, "#/share");
    await chooseFile(page, file);
  };
  const card = { format: "mentorbook-card", version: 1, card: { side: "mentor", name: "Jonas Feld" } };
  await open(fileOf(JSON.stringify(card)));
  await page.getByRole("button", { name: "Hold them against what I look for" }).click();
  await heading(page, "Matches");
  await page.getByText("Jonas Feld").first().waitFor();
  await open({ name: "people.txt", mimeType: "text/plain", buffer: Buffer.from("First Name,Last Name\nAmara,Osei\n") });
  await page.getByRole("button", { name: "See who is in it" }).click();
  await page.getByText("Amara Osei").first().waitFor();
  await open(fileOf("age-encryption.org/v1\n-> scrypt xyz 30\n"));
  await page.getByText("“backup.json” is sealed with a passphrase.").waitFor();
  await open({ name: "share.json", mimeType: "application/json", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]) });
  await page.getByText(/^It is no text/).waitFor();
});

test("a file that is dropped on the window, or opened from the system, is opened in that place", async (t) => {
  const { page, tabs } = await begin(t);
  await tabs.addInitScript(() => {
    const setConsumer = (consumer) => { window.openedWith = consumer; };
    Object.defineProperty(window, "launchQueue", { value: { setConsumer } });
  });
  await reload(page);
  const card = JSON.stringify({ format: "mentorbook-card", version: 1, card: { side: "mentor", name: "Jonas Feld" } });
  await go(page, "#/goals");
  const stays = await page.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "card.json", { type: "application/json" }));
    const fire = (type) => document.querySelector("main").dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
    // The browser would leave the page for a file that nobody takes.
    return [fire("dragover"), fire("drop")];
  }, card);
  assert.deepEqual(stays, [false, false]);
  await heading(page, "Share");
  await page.getByRole("button", { name: "Hold them against what I look for" }).waitFor();

  await go(page, "#/goals");
  await page.evaluate(() => {
    const file = new File(["First Name,Last Name\nAmara,Osei\n"], "people.csv");
    window.openedWith({ files: [{ getFile: async () => file }] });
  });
  await heading(page, "Share");
  await page.getByRole("button", { name: "See who is in it" }).waitFor();
});

test("K4: where a device can, a share is handed on; as a text it is copied, and pasted elsewhere", async (t) => {
  const mine = await owner(t);
  const { page, tabs, mentorship } = mine;
  // A share sheet that takes no JSON, as Chromium's, and the clipboard.
  await tabs.addInitScript(() => {
    navigator.canShare = ({ files }) => files.every((file) => file.type === "text/plain");
    navigator.share = async ({ files: [file] }) => { window.handedOn = { name: file.name, text: await file.text() }; };
    navigator.clipboard.writeText = async (text) => { window.copied = text; };
  });
  await reload(page);
  await toShare(page, mentorship);
  await page.getByRole("button", { name: "Hand it on…" }).click();
  await page.getByText("Handed on. What you shared is noted here.").waitFor();
  const handedOn = await page.evaluate(() => window.handedOn);
  assert.equal(handedOn.name, `mentorbook-share-${day(0)}.json.txt`);
  await page.getByRole("button", { name: "Copy it as text" }).click();
  await page.getByText(/^Copied: paste it into a message/).waitFor();
  const copied = await page.evaluate(() => window.copied);
  assert.equal(copied, handedOn.text);
  // Two ways out of the same are one share.
  assert.equal(await section(page, "Shared before").getByRole("listitem").count(), 1);

  const other = await begin(t, { on: later(0).toISOString() });
  await go(other.page, "#/share");
  await other.page.getByText("It came as a text").click();
  await field(other.page, "Paste all of it here").fill(copied);
  await other.page.getByRole("button", { name: "Open the text" }).click();
  await other.page.getByText("This is what Robin shared with Amara Osei, today.").waitFor();
});

test("K5: somebody who has never been here opens a share on the first visit, on a narrow dark screen", async (t) => {
  const { page, mentorship } = await owner(t);
  await toShare(page, mentorship);
  const { text } = await share(page);
  const other = await begin(t, { on: TODAY, colorScheme: "dark", viewport: { width: 375, height: 812 } });
  await go(other.page, "#/welcome");
  await other.page.getByText("Open a backup, or a file somebody gave you", { exact: true }).click();
  await chooseFile(other.page, fileOf(text));
  await other.page.getByRole("button", { name: "Read it" }).click();
  await heading(other.page, "What Robin shares");
  assert.deepEqual(await axe(other.page), []);
  assert.ok(await other.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await skipWelcome(other.page);
  await tabTo(other.page, other.page.getByRole("button", { name: "Close it" }));
});

test("K5: letters that turn others round, and letters that nobody sees, are shown safely", async (t) => {
  const { page, mentorship } = await owner(t);
  await toShare(page, mentorship);
  const file = JSON.parse((await share(page)).text);
  file.from = "Robin \u202Enibor";
  file.entries.find(({ kind }) => kind === "goal").title = "\u200B\uFEFF";
  const other = await begin(t, { on: TODAY });
  await go(other.page, "#/share");
  await chooseFile(other.page, fileOf(JSON.stringify(file)));
  // The words after the name stand after it, from left to right.
  const said = other.page.getByRole("status").filter({ hasText: "This is what" });
  await said.waitFor();
  const places = await said.evaluate((element) => {
    const text = element.firstChild;
    const left = (word) => {
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(word));
      range.setEnd(text, text.data.indexOf(word) + 1);
      return range.getBoundingClientRect().left;
    };
    return ["This", "Robin", "shared", "Amara"].map(left);
  });
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  await other.page.getByRole("button", { name: "Read it" }).click();
  await heading(other.page, "What Robin \u202Enibor\u202C shares");
  await sheet(other.page, "\u25CC").waitFor();
  await other.page.getByRole("button", { name: "Comment on “\u25CC”" }).waitFor();
});
