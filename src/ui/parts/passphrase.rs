//! Passphrases: the field for a new one, with a proposal and how hard it is to guess; the field for one that is known; and
//! what is seen while a file is sealed or opened.

use std::time::Duration;

use leptos::{ev, prelude::*};

use super::{Button, Handler, Tick, unique};
use crate::{
    exchange::{
        sealed::{Answer, Job},
        strength::{Strength, Weigh},
    },
    ui::{
        platform::Moment,
        reactive::Live,
        words::sealing as words,
        workers::{Helper, Program, Said},
    },
};

/// What is known of a new passphrase.
#[derive(Clone, PartialEq)]
enum Known {
    /// Nothing yet.
    Nothing,
    /// It was proposed.
    Proposed,
    /// How hard it is to guess.
    Weighed(Strength),
    /// That cannot be said here.
    Unknown,
    /// None could be proposed.
    NotProposed,
}

/// The field of a passphrase that is to seal something. It is seen while it is typed: it has to be told to somebody.
#[component]
pub fn NewPassphrase(
    /// What is typed.
    text: RwSignal<String>,
    /// What whoever guesses would try first.
    known: Live<Vec<String>>,
    /// Whether one can be proposed.
    proposes: bool,
    /// Enter was pressed in it.
    #[prop(into)]
    enter: Handler<()>,
) -> impl IntoView {
    let is = RwSignal::new(Known::Nothing);
    let (strength, proposals) = (Helper::new(Program::Strength), Helper::new(Program::Sealing));
    let weigh = move |typed: String| {
        is.set(Known::Nothing);
        if typed.trim().is_empty() {
            return;
        }
        let job = Weigh { passphrase: typed.clone(), known: untrack(|| known.get()) };
        strength.ask(&job, &[], move |said: Said<Strength>| {
            // Whoever types on has asked again.
            if text.try_with_untracked(|now| *now == typed) == Some(true) {
                is.set(match said {
                    Said::Done(strength, _) => Known::Weighed(strength),
                    Said::Meanwhile(_) | Said::Broken => Known::Unknown,
                });
            }
        });
    };
    let type_it = move |event: ev::Event| {
        let typed = event_target_value(&event);
        text.set(typed.clone());
        weigh(typed);
    };
    let propose = move |_| {
        proposals.ask(&Job::Propose, &[], move |said: Said<Answer>| match said {
            Said::Done(Answer::Proposed(proposal), _) if !proposal.is_empty() => {
                text.try_set(proposal);
                is.try_set(Known::Proposed);
            }
            _ => {
                is.try_set(Known::NotProposed);
            }
        });
    };
    let says = move || match is.get() {
        Known::Nothing => String::new(),
        Known::Proposed => words::STRONG.to_owned(),
        Known::Weighed(strength) => words::strength(strength),
        Known::Unknown => words::NOT_WEIGHED.to_owned(),
        Known::NotProposed => words::NOT_PROPOSED.to_owned(),
    };
    on_cleanup(move || {
        strength.stop();
        proposals.stop();
    });
    let (id, about) = (unique("field"), unique("about"));
    view! {
        <div class="field">
            <label for=id.clone()>{words::PASSPHRASE}</label>
            <div class="line">
                <input id=id class="input" type="text" autocomplete="off" autocapitalize="none" spellcheck="false"
                    aria-describedby=about.clone() prop:value=text on:input=type_it on:keydown=on_enter(enter) />
                {proposes.then(|| view! { <Button word=words::PROPOSE act=propose /> })}
            </div>
            // A field shows as much of it as is wide, and it has to be noted down whole.
            {move || (is.get() == Known::Proposed).then(|| view! { <p class="copy"><code>{text}</code></p> })}
            <p class="small soft" id=about role="status">{says}</p>
        </div>
    }
}

/// The field of a passphrase that opens something. It is hidden unless one wants to see it.
#[component]
pub fn KnownPassphrase(
    /// What is typed.
    text: RwSignal<String>,
    /// Where the focus finds it.
    at: String,
    /// What is wrong with it.
    #[prop(into)]
    problem: Live<String>,
    /// Enter was pressed in it.
    #[prop(into)]
    enter: Handler<()>,
) -> impl IntoView {
    let is_seen = RwSignal::new(false);
    let (id, about) = (unique("field"), unique("problem"));
    let wrong = {
        let problem = problem.clone();
        move || (!problem.get().is_empty()).then_some("true")
    };
    view! {
        <div class="field">
            <label for=id.clone()>{words::PASSPHRASE}</label>
            <input id=id class="input" type=move || if is_seen.get() { "text" } else { "password" } data-at=at
                autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby=about.clone() aria-invalid=wrong
                prop:value=text on:input=move |event| text.set(event_target_value(&event)) on:keydown=on_enter(enter) />
            <p class="problem" id=about role="alert">{problem}</p>
        </div>
        <Tick label=words::SHOW value=is_seen set=move |on| is_seen.set(on) />
    }
}

fn on_enter(enter: Handler<()>) -> impl Fn(ev::KeyboardEvent) + 'static {
    move |event| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            enter.run(());
        }
    }
}

/// What is seen while a file is sealed or opened: how far it has come, as far as that can be told, and a way to end it.
#[component]
pub fn Working(
    /// What is done.
    what: &'static str,
    /// How many milliseconds it takes, once that is known.
    takes: RwSignal<Option<u32>>,
    /// Ends it.
    #[prop(into)]
    cancel: Handler<()>,
) -> impl IntoView {
    const STEP: Duration = Duration::from_millis(100);
    let (started, now) = (RwSignal::new(0), RwSignal::new(0));
    if let Ok(clock) = set_interval_with_handle(move || now.set(Moment::now().millis), STEP) {
        on_cleanup(move || clock.clear());
    }
    Effect::new(move |_| {
        takes.track();
        started.set(Moment::now().millis);
        now.set(Moment::now().millis);
    });
    let percent = move || {
        let passed = now.get().saturating_sub(started.get());
        // The last step is not guessed.
        takes.get().map(|takes| (100 * passed / u64::from(takes.max(1))).min(97))
    };
    let id = unique("working");
    view! {
        <p class="small" id=id.clone() role="status">{what}</p>
        <progress max="100" value=percent aria-labelledby=id></progress>
        <p class="acts"><Button word=words::CANCEL act=move |_| cancel.run(()) /></p>
    }
}

/// Asks a helper to seal or to open. What it takes is told to `takes`; the helper is ended when it is done, since it
/// holds the memory of its hardest work.
pub fn work(
    helper: Helper,
    job: &Job,
    bytes: &[u8],
    takes: RwSignal<Option<u32>>,
    done: impl Fn(Option<(Answer, Vec<u8>)>) + 'static,
) {
    takes.set(None);
    helper.ask(job, bytes, move |said: Said<Answer>| match said {
        Said::Meanwhile(Answer::Takes(millis)) => drop(takes.try_set(Some(millis))),
        Said::Meanwhile(_) => {}
        Said::Done(answer, bytes) => {
            helper.stop();
            done(Some((answer, bytes)));
        }
        Said::Broken => done(None),
    });
}
