// K6: files are sealed with a passphrase, and sealed files are opened, also those of the program `age`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { comment, owner, toShare } from "./owner.mjs";
import {
  TODAY, add, axe, begin, chooseFile, day, downloaded, field, go, heading, held, newGoal, onDay, pressOn, reload, saveBackup, saved, scratch, section, stored,
  typeInto, write,
} from "./support.mjs";

const WORDS = "correct horse battery staple";

/** Runs `age`, which reads passphrases from a terminal alone. */
function age(answers, ...words) {
  const command = ["age", ...words].map((word) => `'${word}'`).join(" ");
  execFileSync("script", ["-qec", command, "/dev/null"], { input: answers.map((it) => `${it}\n`).join("") });
}

const folder = scratch();
let files = 0;
/** The path of a file that is not there yet. */
const fresh = () => join(folder, `${(files += 1)}`);

/** What the program `age` finds in a file. */
function openedByAge(text, passphrase) {
  const [sealed, open] = [fresh(), fresh()];
  writeFileSync(sealed, text);
  age([passphrase], "-d", "-o", open, sealed);
  return readFileSync(open, "utf8");
}

/** What the program `age` seals, or does with other `words`. */
function sealedByAge(text, passphrase, words = ["-p"]) {
  const [open, sealed] = [fresh(), fresh()];
  writeFileSync(open, text);
  age([passphrase, passphrase], ...words, "-o", sealed, open);
  return readFileSync(sealed);
}

const fileOf = (data, name = "mentorbook.json.age") => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(data) });

const wantSeal = (within) => within.getByLabel("Seal it with a passphrase").check();
const seal = (within) => within.getByRole("button", { name: "Seal the file" }).click();
const isSealed = (within) => within.getByText(/^Sealed: “.*\.age”, \d+ kB\. Now it can leave\.$/).waitFor();

/** Types the passphrase of what was chosen, and opens it. */
async function unseal(page, passphrase) {
  await field(page, "Passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Open the seal" }).click();
}

test("K6: a share leaves sealed, age opens it, the other one reads and answers it offline, and the answer comes sealed", async (t) => {
  const mine = await owner(t);
  const { page, mentorship } = mine;
  await toShare(page, mentorship);
  const send = section(page, "Send it");
  await wantSeal(send);
  // Nothing leaves until it is sealed.
  assert.equal(await send.getByRole("button", { name: "Save the file" }).count(), 0);
  await seal(send);
  await send.getByText("Write a passphrase first, or let one be proposed.").waitFor();
  await send.getByRole("button", { name: "Propose one" }).click();
  await send.getByText(/^Strong: /).waitFor();
  const passphrase = await field(send, "Passphrase").inputValue();
  assert.match(passphrase, /^[a-z]+(-[a-z]+){5}$/);
  assert.deepEqual(await axe(page), []);
  await seal(send);
  await isSealed(send);
  assert.deepEqual(await axe(page), []);
  await page.getByText("As JSON, letter by letter").click();
  await page.locator("pre.written").getByText("Speak at a conference").waitFor();
  const plain = await page.locator("pre.written").textContent();
  const { name, text } = await downloaded(page, () => send.getByRole("button", { name: "Save the file" }).click());
  assert.equal(name, `mentorbook-share-${day(0)}.json.age`);
  assert.ok(text.startsWith("-----BEGIN AGE ENCRYPTED FILE-----\n"));
  assert.ok(text.includes("\n") && !text.includes("Speak at a conference"));
  assert.equal(openedByAge(text, passphrase), plain);

  const other = await begin(t, { on: TODAY });
  await held(other.page);
  await other.tabs.setOffline(true);
  await go(other.page, "#/share");
  await chooseFile(other.page, fileOf(text, name));
  await other.page.getByText(`“${name}” is sealed with a passphrase.`).waitFor();
  assert.deepEqual(await axe(other.page), []);
  await unseal(other.page, "not-this-one");
  await other.page.getByText(/^This passphrase does not open it\./).waitFor();
  await unseal(other.page, passphrase);
  await other.page.getByRole("button", { name: "Read it" }).click();
  await heading(other.page, "What Robin shares");
  await comment(other.page, "Speak at a conference", "Begin smaller.");
  // Also after a reload, the answer to what came sealed leaves sealed.
  await reload(other.page);
  const answer = section(other.page, "Send it back");
  assert.ok(await answer.getByLabel("Seal it with a passphrase").isChecked());
  assert.equal(await answer.getByRole("button", { name: "Save my reply" }).count(), 0);
  await field(answer, "Passphrase").fill(passphrase);
  await seal(answer);
  await isSealed(answer);
  const reply = await downloaded(other.page, () => answer.getByRole("button", { name: "Save my reply" }).click());
  assert.equal(reply.name, `mentorbook-reply-${day(0)}.json.age`);

  await go(page, "#/share");
  await chooseFile(page, fileOf(reply.text, reply.name));
  await unseal(page, passphrase);
  await page.getByText("This is a reply from Amara Osei, written today.").waitFor();
  await page.getByRole("button", { name: "Take in 1 point" }).click();
  await saved(page);
  // A week later it is sealed once more, and says what is different since.
  await onDay(mine, 7);
  await go(page, mine.goal);
  await write(page, "Why it matters", "To be heard by strangers");
  await toShare(page, mentorship);
  await page.getByText(/ Since the share on 14 April: /).waitFor();
  await wantSeal(send);
  await field(send, "Passphrase").fill(passphrase);
  await seal(send);
  await isSealed(send);
  const again = await downloaded(page, () => send.getByRole("button", { name: "Save the file" }).click());
  assert.match(openedByAge(again.text, passphrase), /"news": "changed"/);
  // A passphrase is kept nowhere.
  for (const { page } of [mine, other]) assert.ok(!JSON.stringify(await stored(page)).includes(passphrase));
});

test("K6: a backup is sealed, tested and opened; what changes meanwhile is not in what was sealed", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Speak at a conference");
  await go(page, "#/share");
  const save = section(page, "Save a backup");
  await wantSeal(save);
  await field(save, "Passphrase").fill(WORDS);
  await seal(save);
  await isSealed(save);
  const { text } = await downloaded(page, () => save.getByRole("button", { name: "Save a backup" }).click());
  assert.equal(JSON.parse(openedByAge(text, WORDS)).format, "mentorbook-backup");
  await page.getByText("The last one was saved today.").waitFor();

  // Another passphrase is another seal.
  await field(save, "Passphrase").fill(`${WORDS} two`);
  await save.getByRole("button", { name: "Seal the file" }).waitFor();
  assert.equal(await save.getByRole("button", { name: "Save a backup" }).count(), 0);

  const tested = section(page, "Test a backup");
  await field(tested, "Choose a file to test").setInputFiles(fileOf(text));
  await unseal(tested, WORDS);
  await tested.getByText("opens: 1 entry, the same as here.").waitFor();

  // Somewhere else, and typed with the space that came along when it was copied.
  const other = await begin(t, { on: TODAY });
  await go(other.page, "#/share");
  await chooseFile(other.page, fileOf(text));
  await unseal(other.page, `${WORDS} `);
  await other.page.getByRole("button", { name: "Open it" }).click();
  await go(other.page, "#/goals");
  await other.page.getByRole("link", { name: "Speak at a conference" }).waitFor();
});

test("K6: what is to leave changes after it was sealed, and has to be sealed again", async (t) => {
  const { page, mentorship } = await owner(t);
  await toShare(page, mentorship);
  const send = section(page, "Send it");
  await wantSeal(send);
  await field(send, "Passphrase").fill(WORDS);
  await seal(send);
  await isSealed(send);
  await page.getByRole("button", { name: "None: action items" }).click();
  await send.getByText("What goes with it has changed since it was sealed: seal it again.").waitFor();
  assert.equal(await send.getByRole("button", { name: "Save the file" }).count(), 0);
  await seal(send);
  await isSealed(send);
  const { text } = await downloaded(page, () => send.getByRole("button", { name: "Save the file" }).click());
  assert.ok(!openedByAge(text, WORDS).includes("Send the outline"));
});

test("K6: what the program age sealed opens here, in bytes and in letters, and pasted from a message", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Speak at a conference");
  const { text } = await saveBackup(page);
  const other = await begin(t, { on: TODAY });
  await go(other.page, "#/share");
  await chooseFile(other.page, fileOf(sealedByAge(text, WORDS)));
  await unseal(other.page, WORDS);
  await other.page.getByText(/1 entry, saved/).waitFor();
  await other.page.getByRole("button", { name: "Leave it" }).click();
  await other.page.getByText("It came as a text").click();
  await field(other.page, "Paste all of it here").fill(`Hi Amara,\n\n${sealedByAge(text, WORDS, ["-p", "-a"])}\nBest, Robin`);
  await other.page.getByRole("button", { name: "Open the text" }).click();
  await unseal(other.page, WORDS);
  await other.page.getByText(/1 entry, saved/).waitFor();
});

test("K6: it is said why a sealed file does not open, and one that asks for too much work is left closed at once", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/share");
  const sealed = sealedByAge("{}", WORDS);
  const tell = async (data, said) => {
    await chooseFile(page, fileOf(data));
    await unseal(page, WORDS);
    await page.getByRole("alert").getByText(said).waitFor();
  };
  await tell(sealed.subarray(0, sealed.length - 3), /^The file is damaged/);
  await tell(sealed.subarray(0, 60), /^The file is damaged/);
  const hungry = Buffer.from(sealed.toString("latin1").replace(/ 18\n/, " 30\n"), "latin1");
  await tell(hungry, /\(2\^30 steps\), so it was left closed/);
  const key = fresh();
  execFileSync("age-keygen", ["-o", key], { stdio: "ignore" });
  const [, recipient] = readFileSync(key, "utf8").match(/public key: (\S+)/);
  await tell(sealedByAge("{}", "", ["-r", recipient]), /^It was sealed for a key/);
  await tell("age-encryption.org/v9\n-> scrypt x 18\n", /newer than this Mentorbook/);
  // Where another kind of file is asked for, it is said where this one opens.
  await go(page, "#/people-in");
  await chooseFile(page, fileOf(sealed));
  await page.getByText("It is sealed with a passphrase. Open it under Share").waitFor();
  // What is inside is looked at like any file.
  await go(page, "#/share");
  await chooseFile(page, fileOf(sealed));
  await unseal(page, WORDS);
  await page.getByText("This file was not opened").waitFor();
  // It can be had for another program.
  const inside = await downloaded(page, () => page.getByRole("button", { name: "Save what was in it" }).click());
  assert.deepEqual(inside, { name: "mentorbook.json", text: "{}" });
  await chooseFile(page, fileOf(sealedByAge("<!DOCTYPE html><p>A report</p>", WORDS)));
  await unseal(page, WORDS);
  await page.getByText("In it is a page, such as a report.").waitFor();
});

test("K6: how strong a passphrase is stands below it, and it is said where that cannot be known", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY, tolerate: /strength-|Failed to load resource|ERR_INTERNET_DISCONNECTED/ });
  await held(page);
  await go(page, "#/share");
  const save = section(page, "Save a backup");
  await tabs.setOffline(true);
  await wantSeal(save);
  await field(save, "Passphrase").fill("hunter2");
  await save.getByText(/^How strong it is cannot be said just now/).waitFor();
  await tabs.setOffline(false);
  await field(save, "Passphrase").fill("hunter22");
  await save.getByText(/^Weak: a machine guesses it within a/).waitFor();
  await field(save, "Passphrase").fill("purple-turnip-9-lends");
  await save.getByText(/^(Fair|Strong): /).waitFor();
  // From then on it is known offline, too.
  await tabs.setOffline(true);
  await reload(page);
  await wantSeal(save);
  await field(save, "Passphrase").fill("hunter2");
  await save.getByText(/^Weak: /).waitFor();
});

/** A visit in which no worker is asked anything until it is let go. */
async function slow(t) {
  const visited = await begin(t, { on: TODAY });
  await visited.tabs.addInitScript(() => {
    const gate = new Promise((resolve) => { window.letGo = resolve; });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...message) { gate.then(() => post.apply(this, message)); };
  });
  await reload(visited.page);
  return { ...visited, letGo: () => visited.page.evaluate(() => window.letGo()) };
}

test("K6: who changes the passphrase while a file is sealed has not sealed it; two that work at once do not disturb each other", async (t) => {
  const { page, letGo } = await slow(t);
  await newGoal(page, "Speak at a conference");
  await go(page, "#/share");
  const save = section(page, "Save a backup");
  await wantSeal(save);
  await field(save, "Passphrase").fill("hunter2");
  await seal(save);
  await save.getByText("Sealing…").waitFor();
  await field(save, "Passphrase").fill(WORDS);
  await save.getByText("Sealing…").waitFor({ state: "detached" });
  await seal(save);
  await save.getByText("Sealing…").waitFor();
  await chooseFile(page, fileOf(sealedByAge("{}", WORDS)));
  const open = section(page, "Open a file");
  await unseal(open, WORDS);
  await open.getByText("Opening the seal…").waitFor();
  await letGo();
  await isSealed(save);
  await open.getByText("This file was not opened").waitFor();
  const { text } = await downloaded(page, () => save.getByRole("button", { name: "Save a backup" }).click());
  assert.match(openedByAge(text, WORDS), /Speak at a conference/);
});

test("K6: with the keyboard alone a file is sealed, left while that goes on, and opened; the focus is never lost", async (t) => {
  const { page, letGo } = await slow(t);
  await newGoal(page, "Speak at a conference");
  await go(page, "#/share");
  const save = section(page, "Save a backup");
  const focused = () => page.waitForFunction(() => document.activeElement.closest("#page"));
  await pressOn(page, save.getByLabel("Seal it with a passphrase"), "Space");
  await typeInto(page, field(save, "Passphrase"), WORDS);
  await page.keyboard.press("Enter");
  // It can be ended, and begun again.
  await save.getByRole("button", { name: "Cancel" }).and(page.locator(":focus")).waitFor();
  await save.getByRole("progressbar", { name: "Sealing…" }).waitFor();
  await page.keyboard.press("Enter");
  await save.getByRole("button", { name: "Seal the file" }).and(page.locator(":focus")).waitFor();
  await letGo();
  await page.keyboard.press("Enter");
  await save.getByRole("button", { name: "Save a backup" }).and(page.locator(":focus")).waitFor();
  const { text } = await downloaded(page, () => page.keyboard.press("Enter"));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), pressOn(page, field(page, "Choose a file"))]);
  await chooser.setFiles(fileOf(text));
  await field(page, "Passphrase").and(page.locator(":focus")).waitFor();
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  await page.getByText(/^This passphrase does not open it\./).waitFor();
  await field(page, "Passphrase").and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(WORDS);
  await page.keyboard.press("Enter");
  await page.getByText(/1 entry, saved/).waitFor();
  await focused();
});

test("K6: a card leaves sealed, and on a narrow dark screen sealing has its place", async (t) => {
  const { page } = await begin(t, { on: TODAY, viewport: { width: 375, height: 800 }, colorScheme: "dark" });
  await go(page, "#/matches");
  await page.getByRole("radio", { name: "As a mentee" }).check();
  await add(page, "Your name", "Noor Haddad");
  await heading(page, "My card");
  await wantSeal(page.getByRole("main"));
  await field(page, "Passphrase").fill(WORDS);
  await seal(page.getByRole("main"));
  await isSealed(page.getByRole("main"));
  assert.deepEqual(await axe(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const { text } = await downloaded(page, () => page.getByRole("button", { name: "Save my card" }).click());
  assert.match(openedByAge(text, WORDS), /"mentorbook-card"/);
});
