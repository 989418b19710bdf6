// What the journeys of sharing begin with: somebody who has something to share, and somebody who reads it.
import { plan, promise as promised } from "./meetings.mjs";
import { TODAY, add, begin, beginMentorship, chooseFile, day, downloaded, field, fileOf, go, heading, newGoal, saved, section, write } from "./support.mjs";

/** A notebook with a goal that is shared, one that is private, and action items on both sides; and the address of its mentorship. */
export async function owner(t, more = {}) {
  const visited = await begin(t, { on: TODAY, ...more });
  const { page } = visited;
  await newGoal(page, "Leave the company");
  await page.getByRole("button", { name: "Mark as private" }).click();
  await newGoal(page, "Speak at a conference");
  await write(page, "Why it matters", "To be heard beyond my team");
  await add(page, "Add a milestone", "Find three conferences");
  await saved(page);
  const goal = new URL(page.url()).hash;
  const mentorship = await beginMentorship(page, "Amara Osei");
  await go(page, `${mentorship}/about`);
  const goals = section(page, "Goals");
  await goals.getByRole("checkbox", { name: "Speak at a conference" }).check();
  await goals.getByRole("checkbox", { name: "Leave the company" }).check();
  await plan(page, mentorship, day(2));
  await section(page, "Next").getByRole("link").first().click();
  await page.waitForFunction(() => location.hash.startsWith("#/meetings/"));
  await write(page, "Private notes", "I am afraid of her");
  await promised(page, "Send the outline");
  await promised(page, "Ask the organisers", { owner: "Theirs" });
  await saved(page);
  return { ...visited, mentorship, goal };
}

/** Goes to the page of sharing and says who one is. */
export async function toShare(page, mentorship, { note = "" } = {}) {
  await go(page, `${mentorship}/share`);
  await heading(page, "Share with Amara Osei");
  await field(page, "Your name in it").fill("Robin");
  if (note) await field(page, "What I say beside it").fill(note);
}

/** Saves what is to be shared. */
export const share = (page) => downloaded(page, () => page.getByRole("button", { name: "Save the file" }).click());

/** Somebody else, somewhere else, opens a share and reads it. */
export async function reader(t, text, more = {}) {
  const visited = await begin(t, { on: TODAY, ...more });
  await openShare(visited.page, text);
  return visited;
}

export async function openShare(page, text) {
  await go(page, "#/share");
  await chooseFile(page, fileOf(text, "share.json"));
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("region", { name: "A share" }).waitFor();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** What the page says of one entry of a share. */
export const sheet = (page, title) => page.getByRole("article").filter({ has: page.getByRole("heading", { level: 3, name: title }) });

/** Writes a comment on an entry of a share. */
export async function comment(page, title, text) {
  await page.getByRole("button", { name: `Comment on “${title}”`, exact: true }).click();
  const box = field(page, `My comment on “${title}”`).last();
  await box.fill(text);
  await box.blur();
  await saved(page);
}

/** Saves what was answered. */
export const reply = (page) => downloaded(page, () => page.getByRole("button", { name: "Save my reply" }).click());
