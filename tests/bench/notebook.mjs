// A notebook of any size, as somebody writes one over the years: mostly meetings, check-ins and action items.

const id = (kind, n) => `${kind}-${n.toString(16).padStart(16, "0")}`;
const DAY = 86_400_000;
const FIRST = Date.UTC(2016, 0, 1);
const NOTES = "We looked at what came of the last promise, and why the outline was late. She asked what a good year would look like, and I had no answer; we agreed that I bring three to the next meeting.";

/** What each hundred entries are. */
export const MIX = { goal: 4, person: 3, mentorship: 1, meeting: 14, "check-in": 26, action: 34, feedback: 6, appreciation: 5, event: 3, outreach: 4 };

/** A backup with so many entries: of each kind so many of a hundred, and of those that others point to at least one. */
export function notebook(size, mix = MIX) {
  const entries = [];
  const counts = {};
  const on = (n, of) => new Date(FIRST + Math.floor((n / of) * 3650) * DAY).toISOString().slice(0, 10);
  const most = (kind) => mix[kind] === 0 ? 0 : Math.max(1, Math.round((size * (mix[kind] ?? 0)) / 100));
  const mentorship = (n) => id("mentorship", 1 + (n % most("mentorship")));
  const fields = {
    goal: (n) => ({ title: `Goal ${n}: speak about something at a place`, why: NOTES.slice(0, 90), milestones: [1, 2, 3].map((m) => ({ id: (n * 8 + m).toString(16).padStart(8, "0"), place: m, title: `Step ${m}` })) }),
    person: (n) => ({ name: `Person ${n}`, role: "Designer" }),
    mentorship: (n) => ({ person: id("person", n), side: "guided", since: on(0, 1) }),
    meeting: (n, of) => ({ mentorship: mentorship(n), on: on(n, of), state: "held", minutes: 45, shared_notes: NOTES, outcomes: NOTES.slice(60, 120) }),
    "check-in": (n, of) => ({ mentorship: mentorship(n), on: on(n, of), channel: "message", direction: "from-me", about: `Sent the outline ${n}`, answer: "not-needed" }),
    action: (n, of) => ({ title: `Action ${n}: send what was promised`, owner: n % 3 ? "me" : "them", mentorship: mentorship(n), promised: on(n, of), state: n % 5 ? { done: { on: on(n, of) } } : "open" }),
    feedback: (n, of) => ({ mentorship: mentorship(n), on: on(n, of), direction: "from-them", text: NOTES.slice(0, 140) }),
    appreciation: (n, of) => ({ mentorship: mentorship(n), on: on(n, of), help: `An hour for the talk ${n}` }),
    event: (n, of) => ({ title: `Meetup ${n}`, on: on(n, of) }),
    outreach: (n) => ({ to: `Somebody ${n}`, ask: NOTES.slice(0, 80) }),
  };
  for (const kind of Object.keys(MIX)) {
    for (let n = 1; n <= most(kind); n++) {
      counts[kind] = n;
      entries.push({ kind, id: id(kind, n), ...fields[kind](n, most(kind)), trace: { made: `${FIRST + n}-0-00000a` } });
    }
  }
  // As the app itself writes a file: indented.
  return { counts, text: JSON.stringify({ format: "mentorbook-backup", version: 1, saved: "2026-04-01T10:00:00Z", app: "0.1.0", entries }, null, 2) };
}

/** A directory with so many cards. */
export function directory(size) {
  const SKILLS = ["Public speaking", "Leading a team", "User experience", "Budget planning", "Negotiation", "Data analysis", "Project management", "Fundraising", "Chairing a meeting", "Teaching adults", "Hard conversations"];
  const skill = (n) => SKILLS[n % SKILLS.length];
  const card = (n) => ({ side: "mentor", name: `Person ${n}`, role: "Head of a department of eleven", organisation: "A public library", about: NOTES, skills: [n, n + 3, n + 5].map(skill), values: ["Giving credit"] });
  return JSON.stringify({ format: "mentorbook-directory", version: 1, name: "All", cards: Array.from({ length: size }, (_, n) => card(n)) });
}
