//! What other screens do with candidates, too: making one, moving one, seeing where somebody is one.

use leptos::prelude::*;

use crate::{
    domain::{Candidate, Change, Draft, Id, Line, Op, Person, Stage, Title},
    insights::candidates::{called, of_person},
    ui::{
        desk::Desk,
        parts::Button,
        route::Route,
        screens::candidate_name,
        words::{candidates, candidates::one},
    },
};

/// Adds a candidate of this name. A person who is called so is taken for the same one; if they are a candidate of
/// whom something may still come, that one is given, for nobody is found twice.
pub fn add(desk: Desk, name: Title, more: impl FnOnce(&mut Candidate)) -> Id<Candidate> {
    let (known, open) = desk.notebook.with_untracked(|notebook| {
        let known = called(notebook, &name);
        let open = known.and_then(|person| of_person(notebook, person)).filter(|(_, it)| it.stage.is_open());
        (known, open.map(|(id, it)| (id, it.stage)))
    });
    if let Some((id, stage)) = open {
        desk.say(candidates::is_one(&name, stage), false);
        return id;
    }
    let label = candidates::added(&name);
    let mut ops = Vec::new();
    let person = known.unwrap_or_else(|| {
        let id = desk.new_id();
        ops.push(Op::Put(Draft::new(id, Person::new(name))));
        id
    });
    let (id, mut candidate) = (desk.new_id(), Candidate::new(person, desk.today()));
    more(&mut candidate);
    ops.push(Op::Put(Draft::new(id, candidate)));
    desk.commit(Change { label, ops });
    id
}

/// Puts a candidate at another stage.
pub fn turn(desk: Desk, id: Id<Candidate>, to: Stage) {
    let (part, on) = (desk.new_part(), desk.today());
    let name = desk.notebook.with_untracked(|notebook| candidate_name(notebook, id));
    desk.edit(id, candidates::turned(&name, to), |it: &mut Candidate| it.turn(to, on, Line::default(), part));
}

/// What writing to somebody makes of the candidate they are, if they are one.
pub fn reached_out(desk: Desk, person: Id<Person>) -> Option<Op> {
    let (part, on) = (desk.new_part(), desk.today());
    let id = desk.notebook.with_untracked(|notebook| of_person(notebook, person).map(|(id, _)| id))?;
    Op::edit(&*desk.entry_now(id.entry())?, |it: &mut Candidate| it.reach_out(on, part))
}

/// Where somebody is a candidate, or the button that makes them one.
#[component]
pub fn CandidateOf(person: Id<Person>) -> impl IntoView {
    let desk = Desk::get();
    let found = desk.view(move |notebook| of_person(notebook, person).map(|(id, it)| (id, it.stage)));
    let make = move |_| {
        desk.flush();
        let Some(entry) = desk.entry_now(person.entry()) else { return };
        let Some(it) = entry.body::<Person>() else { return };
        let (id, body) = (desk.new_id(), Candidate::new(person, desk.today()));
        let draft = Draft { private: entry.draft.private, ..Draft::new(id, body) };
        desk.commit(Change::put(candidates::added(&it.name), draft));
        desk.go(&Route::Candidate(id));
    };
    move || match found.get() {
        Some((id, stage)) => {
            view! { <a class="button plain" href=Route::Candidate(id).address()>{one::see(stage)}</a> }.into_any()
        }
        None => view! { <Button word=one::MAKE act=make /> }.into_any(),
    }
}
