//! Help received: what waits for thanks, and what has changed since one last wrote, so that thanks and news say what is
//! true (R7).
//!
//! News is counted in days, and a day can hold both a message and what happened after it. So what happened on the day
//! of the last message counts as news unless that message names it.

use crate::domain::{
    Action, ActionState, Appreciation, CheckIn, Day, Direction, Feedback, Goal, GoalState, Id, Kind, Mentorship,
    Notebook, Owner, PartId, order,
};

/// What helped and was not thanked for yet, oldest first.
#[must_use]
pub fn waiting(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<Id<Appreciation>> {
    ids(notebook, mentorship, |it| it.thanked.is_none())
}

/// What was thanked for, the latest first.
#[must_use]
pub fn thanked(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<Id<Appreciation>> {
    let mut ids = ids(notebook, mentorship, |it| it.thanked.is_some());
    ids.reverse();
    ids
}

/// What helped at a meeting, in the order in which it was written down.
#[must_use]
pub fn at(notebook: &Notebook, meeting: Id<crate::domain::Meeting>) -> Vec<Id<Appreciation>> {
    let all = notebook.pointing::<Appreciation>(meeting);
    let all: Vec<_> = all.map(|(id, _)| (notebook.made(id), id)).collect();
    order::sorted(all).into_iter().map(|(_, id)| id).collect()
}

fn ids(notebook: &Notebook, of: Id<Mentorship>, wanted: fn(&Appreciation) -> bool) -> Vec<Id<Appreciation>> {
    let all = notebook.pointing::<Appreciation>(of).filter(|(_, it)| wanted(it));
    let all: Vec<_> = all.map(|(id, it)| (it.thanked, it.on, notebook.made(id), id)).collect();
    order::sorted(all).into_iter().map(|(.., id)| id).collect()
}

/// The messages of the owner whose text was kept, newest first.
#[must_use]
pub fn sent(notebook: &Notebook, mentorship: Id<Mentorship>) -> Vec<Id<CheckIn>> {
    let all = notebook.pointing::<CheckIn>(mentorship).filter(|(_, it)| it.direction == Direction::FromMe);
    let all: Vec<_> =
        all.filter(|(_, it)| !it.text.trim().is_empty()).map(|(id, it)| (it.on, notebook.made(id), id)).collect();
    let mut all = order::sorted(all);
    all.reverse();
    all.into_iter().map(|(.., id)| id).collect()
}

/// What has changed since the owner last wrote; each list oldest first. What is private is no news for others (R6).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct News {
    /// The day of the last message that was kept; none if there is none.
    pub since: Option<Day>,
    /// Milestones that were reached, of the goals the two work on.
    pub milestones: Vec<(Id<Goal>, PartId)>,
    /// Goals that were achieved.
    pub achieved: Vec<Id<Goal>>,
    /// What the owner promised and did.
    pub done: Vec<Id<Action>>,
    /// Feedback of the other side about which something was done.
    pub acted: Vec<Id<Feedback>>,
    /// Help of which one knows what became of it.
    pub became: Vec<Id<Appreciation>>,
}

impl News {
    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.milestones.is_empty()
            && self.achieved.is_empty()
            && self.done.is_empty()
            && self.acted.is_empty()
            && self.became.is_empty()
    }
}

/// Since when something is news, and what the message of that day says already.
struct Since<'a> {
    day: Option<Day>,
    said: &'a str,
    today: Day,
}

impl Since<'_> {
    fn is_news(&self, on: Day, words: &str) -> bool {
        let after = self.day.is_none_or(|day| on > day || (on == day && !self.said.contains(words.trim())));
        after && on <= self.today
    }
}

/// The entries of a kind that are news, by day.
fn found<K: Kind>(
    notebook: &Notebook,
    of: Id<Mentorship>,
    since: &Since<'_>,
    when: impl Fn(&K) -> Option<(Day, &str)>,
) -> Vec<Id<K>> {
    let open = notebook.pointing::<K>(of).filter(|(id, _)| notebook.may_be_named(id.entry()));
    let news = open.filter_map(|(id, it)| {
        let (on, words) = when(it)?;
        since.is_news(on, words).then_some((on, id))
    });
    order::sorted(news.collect()).into_iter().map(|(_, id)| id).collect()
}

/// What has changed since the owner last wrote.
#[must_use]
pub fn news(notebook: &Notebook, id: Id<Mentorship>, today: Day) -> News {
    let Some(mentorship) = notebook.get(id) else { return News::default() };
    let mut last = sent(notebook, id).into_iter().filter_map(|it| notebook.get(it)).filter(|it| it.on <= today);
    let last = last.next();
    let day = last.map(|it| it.on);
    let since = Since { day, said: last.map_or("", |it| &it.text), today };
    // Before the two knew each other nothing happened that is news to the other.
    let begun = |on: Day| on >= mentorship.since;
    let mut news = News { since: day, ..News::default() };
    let mut milestones = Vec::new();
    for (goal, it) in mentorship.goals.iter().filter_map(|goal| Some((*goal, notebook.get(*goal)?))) {
        if !notebook.may_be_named(goal.entry()) {
            continue;
        }
        let reached = it.milestones.iter().filter_map(|milestone| Some((milestone.done?, milestone)));
        let reached = reached.filter(|(on, milestone)| begun(*on) && since.is_news(*on, &milestone.title));
        milestones.extend(reached.map(|(on, milestone)| (on, (goal, milestone.id))));
        let achieved = it.turns.iter().rev().find(|turn| turn.to == GoalState::Achieved).map(|turn| turn.on);
        let achieved = achieved.filter(|on| it.state == GoalState::Achieved && begun(*on));
        if achieved.is_some_and(|on| since.is_news(on, &it.title)) {
            news.achieved.push(goal);
        }
    }
    news.milestones = order::by_key(milestones, |(on, _)| *on).into_iter().map(|(_, it)| it).collect();
    news.done = found(notebook, id, &since, |it: &Action| match it.state {
        ActionState::Done { on } if it.owner == Owner::Me => Some((on, &*it.title)),
        _ => None,
    });
    news.acted = found(notebook, id, &since, |it: &Feedback| {
        let theirs = it.direction == Direction::FromThem && it.is_acted_upon();
        theirs.then(|| (it.done_on.unwrap_or(it.on), &*it.done_about_it))
    });
    news.became = found(notebook, id, &since, |it: &Appreciation| {
        let known = !it.became.trim().is_empty();
        known.then(|| (it.became_on.unwrap_or(it.on), &*it.became))
    });
    news
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, day, text, title};
    use super::*;
    use crate::domain::{Answer, Channel, Draft, Line, Milestone};
    use proptest::prelude::*;

    fn help(sample: &mut Sample, amara: Id<Mentorship>, on: i64, what: &str) -> Id<Appreciation> {
        sample.put(Appreciation::new(amara, title(what), day(on)))
    }

    fn message(sample: &mut Sample, amara: Id<Mentorship>, on: i64, words: &str) -> Id<CheckIn> {
        let id = sample.check_in(amara, day(on), Direction::FromMe, Answer::NotNeeded);
        sample.change(id, |it| (it.text, it.channel) = (text(words), Channel::Email));
        id
    }

    #[test]
    fn help_waits_until_it_is_thanked_for() {
        let mut sample = Sample::new();
        let amara = sample.mentorship("Amara", day(0));
        let jonas = sample.mentorship("Jonas", day(0));
        let (later, sooner) = (help(&mut sample, amara, 9, "Later"), help(&mut sample, amara, 3, "Sooner"));
        let other = help(&mut sample, jonas, 1, "Other");
        assert_eq!(waiting(&sample.notebook, amara), [sooner, later]);
        sample.change(sooner, |it| it.thank(day(10), None));
        assert_eq!(waiting(&sample.notebook, amara), [later]);
        assert_eq!(thanked(&sample.notebook, amara), [sooner]);
        assert_eq!(waiting(&sample.notebook, jonas), [other]);
    }

    /// One thing of each kind, on day 5.
    fn eventful(sample: &mut Sample) -> Id<Mentorship> {
        let amara = sample.mentorship("Amara", day(0));
        let goal = sample.goal("Speak in public");
        sample.change(goal, |it| {
            let (due, done) = (None, Some(day(5)));
            it.milestones.add(Milestone { id: PartId::new(1), place: 0, title: title("Book a room"), due, done });
            it.turn(GoalState::Achieved, day(5), Line::default(), PartId::new(2));
        });
        sample.change(amara, |it| it.goals.push(goal));
        let action = sample.action(amara, None, day(0), None);
        sample.change(action, |it| it.state = ActionState::Done { on: day(5) });
        let mut feedback = Feedback::new(amara, Direction::FromThem, text("Slower"), day(1));
        feedback.act(text("I breathe"), day(5));
        sample.put(feedback);
        let help = help(sample, amara, 1, "Ask twice");
        sample.change(help, |it| it.tell(text("They said yes"), day(5)));
        amara
    }

    fn counted(news: &News) -> [usize; 5] {
        [news.milestones.len(), news.achieved.len(), news.done.len(), news.acted.len(), news.became.len()]
    }

    #[test]
    fn news_is_what_happened_since_the_last_message() {
        let mut sample = Sample::new();
        let amara = eventful(&mut sample);
        let told = |sample: &Sample, today| counted(&news(&sample.notebook, amara, day(today)));
        assert_eq!(told(&sample, 4), [0; 5], "it is still to come");
        assert_eq!(told(&sample, 5), [1; 5]);
        message(&mut sample, amara, 4, "All is well");
        assert_eq!(told(&sample, 9), [1; 5]);
        message(&mut sample, amara, 6, "All is well");
        assert_eq!(told(&sample, 9), [0; 5]);
        assert!(news(&sample.notebook, amara, day(9)).is_empty());
    }

    #[test]
    fn what_happened_on_the_day_of_a_message_is_news_unless_the_message_says_it() {
        let mut sample = Sample::new();
        let amara = eventful(&mut sample);
        message(&mut sample, amara, 5, "I reached this: Book a room. What I did about it: I breathe.");
        assert_eq!(counted(&news(&sample.notebook, amara, day(5))), [0, 1, 1, 0, 1]);
    }

    #[test]
    fn what_is_private_is_no_news_for_others() {
        let mut sample = Sample::new();
        let amara = eventful(&mut sample);
        let drafts: Vec<Draft> = sample.notebook.entries().map(|it| it.draft.clone()).collect();
        for draft in drafts {
            sample.put_draft(Draft { private: true, ..draft });
        }
        assert!(news(&sample.notebook, amara, day(9)).is_empty());
    }

    proptest! {
        #[test]
        fn what_was_told_is_never_told_again(done in prop::collection::vec(0i64..20, 0..8), wrote in 0i64..20) {
            let mut sample = Sample::new();
            let amara = sample.mentorship("Amara", day(0));
            for (n, on) in done.iter().enumerate() {
                let action = sample.action(amara, None, day(0), None);
                let state = ActionState::Done { on: day(*on) };
                sample.change(action, |it| (it.title, it.state) = (title(&format!("Promise {n}.")), state));
            }
            let first = news(&sample.notebook, amara, day(wrote)).done;
            let words: Vec<_> = first.iter().map(|id| sample.notebook.get(*id).unwrap().title.to_string()).collect();
            message(&mut sample, amara, wrote, &format!("I did: {}", words.join(" ")));
            let second = news(&sample.notebook, amara, day(20)).done;
            prop_assert!(second.iter().all(|id| !first.contains(id)));
            prop_assert_eq!(first.len() + second.len(), done.len());
        }
    }
}
