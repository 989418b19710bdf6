// Changes as a person makes them, one after the other without waiting for “Saved”, until the browser is gone.
import { add, chooseFile, field, go, heading, saved } from "../journeys/support.mjs";
import { stands } from "./acknowledged.mjs";
import { short } from "./notebook.mjs";
import { standing, together } from "./together.mjs";

const WEIGHTS = { milestone: 30, tick: 12, text: 15, pause: 4, remove: 10, undo: 8, bring: 12, leave: 9 };

/**
 * Streams changes into a page that stands anywhere in the app. `states` gets what the notebook says after each
 * of them, before it is begun: the first is what it says now. `begins` hears of each, and whether it is one over
 * several entries. Ends only by an error, when the browser is gone.
 */
export async function stream(page, { random, number, states, begins }) {
  const title = `Goal ${number}`;
  const goal = { kind: "goal", title, why: "", evidence: "", milestones: [] };
  let [count, brought] = [0, 0];
  const last = () => states.at(-1);
  const name = () => `${number}.${(count += 1)}`;

  /** One change: what it makes of the notebook, how it is made, and how one sees that it was made. */
  async function change(after, make, seen) {
    begins({ over_several: Math.abs(after.size - last().size) > 1 });
    states.push(after);
    await make();
    await seen();
    await stands(page, states.length - 1);
  }
  const withEntries = (...entries) => new Map([...last(), ...entries.map(short)]);
  const without = (...entries) => {
    const gone = entries.map((entry) => short(entry)[0]);
    return new Map([...last()].filter(([name]) => !gone.includes(name)));
  };
  const change_goal = (written, ...how) => change(withEntries(Object.assign(goal, written)), ...how);
  const tick = ({ title }) => page.getByRole("checkbox", { name: title, exact: true });
  const status = (text) => page.getByRole("status").getByText(text, { exact: true });

  await go(page, "#/goals");
  /** The goal's page stands, and the focus has gone to its heading: from now on it stays where one puts it. */
  const arrived = async () => {
    await heading(page, title);
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  };
  await change(withEntries(goal), () => add(page, "New goal", title), arrived);
  const address = new URL(page.url()).hash;
  const back = async () => {
    await go(page, address);
    await arrived();
  };

  /** Takes back what was done last, with the button beside the news of it. */
  const undo = (before, seen) => change(before, () => page.getByRole("button", { name: "Undo", exact: true }).press("Enter"), seen);

  async function remove({ and_undo }) {
    const gone = random.pick(goal.milestones);
    if (!gone) return kinds.milestone();
    const [before, milestones] = [last(), goal.milestones];
    const left = milestones.filter((it) => it !== gone);
    await change_goal({ milestones: left }, () => page.getByRole("button", { name: `Remove: ${gone.title}`, exact: true }).press("Enter"), () => tick(gone).waitFor({ state: "detached" }));
    if (!and_undo) return;
    goal.milestones = milestones;
    await undo(before, () => tick(gone).waitFor());
  }

  async function write({ leave }) {
    const [label, key] = random.pick([["Why it matters", "why"], ["How I will know", "evidence"]]);
    const text = `${label} ${name()}`;
    const typed = field(page, label);
    await change_goal({ [key]: text }, async () => {
      if (!leave) await saved(page);
      const saving = await page.evaluate(() => window.timesSaving);
      await typed.fill(text);
      if (leave) await typed.blur();
      // A pause in typing makes a change of it, too.
      else await page.waitForFunction((before) => window.timesSaving > before, saving);
    }, () => page.waitForFunction(([label, text]) => [...document.querySelectorAll("textarea")].some((it) => it.labels[0]?.textContent === label && it.value === text), [label, text]));
  }

  const kinds = {
    milestone() {
      const milestone = { title: `Milestone ${name()}`, done: false };
      return change_goal({ milestones: [...goal.milestones, milestone] }, () => add(page, "Add a milestone", milestone.title), () => tick(milestone).waitFor());
    },
    tick() {
      const ticked = random.pick(goal.milestones);
      if (!ticked) return kinds.milestone();
      const now = { ...ticked, done: !ticked.done };
      const seen = async () => { await page.locator("li.part", { has: tick(now) }).and(page.locator(now.done ? ".done" : ":not(.done)")).waitFor(); };
      return change_goal({ milestones: goal.milestones.map((it) => (it === ticked ? now : it)) }, () => tick(ticked).press("Space"), seen);
    },
    text: () => write({ leave: true }),
    pause: () => write({ leave: false }),
    remove: () => remove({ and_undo: false }),
    undo: () => remove({ and_undo: true }),
    /** Opens a backup file: five entries at once. */
    async bring() {
      const five = together(number * 100 + (brought += 1));
      await go(page, "#/share");
      await chooseFile(page, five.file);
      await change(withEntries(...five.entries), () => page.getByRole("button", { name: "Open it" }).press("Enter"), () => status("Opened: 5 added, 0 changed, 0 removed").waitFor());
      await back();
    },
    /** Removes a mentorship with what belongs to it, and perhaps takes that back. */
    async leave() {
      const before = last();
      const one = random.pick(standing(before));
      if (!one) return kinds.bring();
      const five = together(one);
      await go(page, `#/mentorships/${five.mentorship}/about`);
      await page.getByRole("button", { name: "Remove", exact: true }).waitFor();
      const news = page.getByRole("status").getByText(/^Removed mentorship .* and 3 entries that belong to it$/);
      await change(without(...five.goes), () => page.getByRole("button", { name: "Remove", exact: true }).press("Enter"), () => news.waitFor());
      if (random.below(2) === 0) await undo(before, () => page.getByRole("status").getByText(/^Undid: Removed mentorship/).waitFor());
      await back();
    },
  };

  for (;;) await kinds[random.weigh(WEIGHTS)]();
}
