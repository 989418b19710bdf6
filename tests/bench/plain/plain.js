// The least that a page can do with the same data: reads every key of the notebook, and draws the goals as rows.
const entries = [];
for (let at = 0; at < localStorage.length; at++) {
  const key = localStorage.key(at);
  if (!/^mentorbook:.*:entry:/.test(key)) continue;
  entries.push(JSON.parse(localStorage.getItem(key)).entry);
}
const goals = entries.filter((entry) => entry?.kind === "goal").sort((a, b) => (a.title < b.title ? -1 : 1));
const rows = document.querySelector(".rows");
for (const goal of goals) {
  const row = document.createElement("li");
  row.className = "row";
  const link = document.createElement("a");
  link.href = `#/goals/${goal.id}`;
  link.textContent = goal.title;
  const done = goal.milestones?.filter((it) => it.done).length ?? 0;
  const bar = document.createElement("progress");
  bar.max = goal.milestones?.length ?? 1;
  bar.value = done;
  row.append(link, bar);
  rows.append(row);
}
