//! The ways by which a file leaves the notebook: to the downloads, to the share sheet of the device, to where one pastes
//! from; sealed with a passphrase before that, for whoever wants it.

use leptos::{prelude::*, task::spawn_local};

use super::{
    Button, Handler, Tick,
    passphrase::{NewPassphrase, Working, work},
    unique,
};
use crate::{
    domain::Notebook,
    exchange::sealed::{Answer, ENDING, Job},
    ui::{
        desk::{Desk, backup::written},
        platform,
        reactive::{Latest, Live, Show},
        shell::{focus_when_there, keep_focus_at},
        words::{problems, sealing as words, sharing},
        workers::{Helper, Program},
    },
};

/// How a file left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the downloads.
    Saved,
    /// To the share sheet.
    HandedOn,
    /// To where one pastes from.
    Copied,
}

impl Way {
    /// What belongs to it, of what belongs to each in the order in which they stand above.
    pub fn pick<T>(self, [saved, handed_on, copied]: [T; 3]) -> T {
        match self {
            Self::Saved => saved,
            Self::HandedOn => handed_on,
            Self::Copied => copied,
        }
    }
}

/// A file that is to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub content: Content,
    /// What is copied in its place, if a person is to read it.
    pub pasted: Option<String>,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text.
    Text(String),
    /// A whole notebook, which is written only when it leaves: that takes a while.
    Backup(Notebook),
}

impl Content {
    async fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Backup(notebook) => written(&notebook).await,
        }
    }
}

impl File {
    /// A file that is copied as it is.
    pub fn new(name: impl Into<String>, text: String) -> Self {
        Self { name: name.into(), content: Content::Text(text), pasted: None }
    }

    /// A backup.
    pub fn backup(name: impl Into<String>, notebook: Notebook) -> Self {
        Self { name: name.into(), content: Content::Backup(notebook), pasted: None }
    }
}

/// The longest text that is offered for pasting, in bytes: longer ones are refused or cut by programs for messages.
const MOST_PASTED: usize = 60_000;

/// How far sealing has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Nothing is sealed.
    Open,
    /// Nothing is sealed, for this reason.
    Not(&'static str),
    /// It is worked on.
    Working,
    /// It is sealed: under this name, with this text.
    Sealed(String, String),
}

/// The buttons. The file is asked for when one of them is pressed, or when it is to be sealed; none if it cannot leave
/// yet.
#[component]
pub fn HandOut(
    /// What the first button says.
    word: &'static str,
    /// The file.
    #[prop(into)]
    file: Live<Option<File>>,
    /// What the file is made of: once that is different, what was sealed of it is not to leave any more.
    #[prop(into)]
    of: Live<()>,
    /// What whoever guesses a passphrase would try first, such as the names of the two.
    #[prop(into)]
    known: Live<Vec<String>>,
    /// Whether it is an answer to something that came sealed.
    #[prop(optional)]
    answers_sealed: bool,
    /// Other ways for the same, which cannot be sealed.
    #[prop(optional, into)]
    more: ViewFn,
    /// It has left.
    #[prop(into)]
    done: Handler<Way>,
) -> impl IntoView {
    let wanted = RwSignal::new(answers_sealed);
    let sealing = Sealing {
        stage: RwSignal::new(Stage::Open),
        helper: Helper::new(Program::Sealing),
        latest: Latest::new(),
        id: StoredValue::new(unique("out")),
    };
    let stage = sealing.stage;
    let made = file.clone();
    // What leaves: the file itself, or what was sealed of it.
    let leaves = move || match stage.get_untracked() {
        Stage::Sealed(name, text) => Some(File::new(name, text)),
        _ => untrack(|| made.get()),
    };
    let has_left = StoredValue::new(false);
    Effect::new(move |before: Option<()>| {
        of.get();
        if before.is_some() && stage.with_untracked(|it| matches!(it, Stage::Working | Stage::Sealed(..))) {
            // That it left may be what has changed.
            sealing.ends(if has_left.get_value() { Stage::Open } else { Stage::Not(words::CHANGED) });
        }
    });
    let done = Handler::from(move |way| {
        has_left.set_value(true);
        done.run(way);
        // What comes of it is known in the next frame.
        request_animation_frame(move || {
            let _ = has_left.try_set_value(false);
        });
    });
    let can_leave = move || !wanted.get() || stage.with(|it| matches!(it, Stage::Sealed(..)));
    let want = move |on| {
        sealing.ends(Stage::Open);
        wanted.set(on);
    };
    on_cleanup(move || sealing.helper.stop());
    view! {
        <div class="form hand-out" id=sealing.id.get_value()>
            <Tick label=words::SEAL value=wanted set=want />
            <Show when=move || wanted.get()>
                <SealFirst sealing=sealing file=file.clone() known=known.clone() answers_sealed=answers_sealed />
            </Show>
            <Show when=can_leave>
                <p class="acts" data-at="leave">
                    <Ways word=word file=leaves.clone() done=done.clone() />
                    {
                        let more = more.clone();
                        move || (!wanted.get()).then(|| more.run())
                    }
                </p>
            </Show>
        </div>
    }
}

/// How far the sealing of one file has come, and who does it.
#[derive(Clone, Copy)]
struct Sealing {
    stage: RwSignal<Stage>,
    helper: Helper,
    /// What is made ready for one seal is not for the next.
    latest: Latest,
    /// Of the part of the page in which it happens.
    id: StoredValue<String>,
}

impl Sealing {
    /// Ends what is done, if anything is.
    fn ends(self, stage: Stage) {
        self.helper.stop();
        self.latest.end();
        self.stage.set(stage);
        self.keeps_focus("seal");
    }

    fn keeps_focus(self, at: &str) {
        keep_focus_at(format!("#{} [data-at={at}] button", self.id.get_value()));
    }
}

/// Sealing it first.
#[component]
fn SealFirst(
    sealing: Sealing,
    file: Live<Option<File>>,
    known: Live<Vec<String>>,
    answers_sealed: bool,
) -> impl IntoView {
    let stage = sealing.stage;
    let passphrase = RwSignal::new(String::new());
    let takes = RwSignal::new(None::<u32>);
    // Another passphrase is another seal.
    Effect::new(move |before: Option<()>| {
        passphrase.track();
        if before.is_some() {
            sealing.ends(Stage::Open);
        }
    });
    let seal = Handler::from(move |()| {
        if stage.with_untracked(|it| *it == Stage::Working) {
            return;
        }
        let passphrase = passphrase.get_untracked();
        if passphrase.trim().is_empty() {
            return stage.set(Stage::Not(if answers_sealed { words::EMPTY_REPLY } else { words::EMPTY }));
        }
        let Some(File { name, content, .. }) = untrack(|| file.get()) else { return };
        stage.set(Stage::Working);
        focus_when_there(&format!("#{} [data-at=sealing] button", sealing.id.get_value()));
        let is_latest = sealing.latest.begin();
        spawn_local(async move {
            let text = content.text().await;
            // It may have been ended meanwhile.
            if !is_latest() {
                return;
            }
            work(sealing.helper, &Job::Seal { passphrase }, text.as_bytes(), takes, move |said| {
                let sealed = said.and_then(|(answer, bytes)| match answer {
                    Answer::Sealed if !bytes.is_empty() => String::from_utf8(bytes).ok(),
                    _ => None,
                });
                let sealed = sealed.map(|text| Stage::Sealed(format!("{name}{ENDING}"), text));
                if stage.try_set(sealed.unwrap_or(Stage::Not(words::BROKEN))).is_none() {
                    sealing.keeps_focus("leave");
                }
            });
        });
    });
    let go = {
        let seal = seal.clone();
        move |_| seal.run(())
    };
    let cancel = move |()| sealing.ends(Stage::Open);
    let is_working = move || stage.with(|it| *it == Stage::Working);
    let is_open = move || stage.with(|it| matches!(it, Stage::Open | Stage::Not(_)));
    let problem = move || match stage.get() {
        Stage::Not(why) => why,
        _ => "",
    };
    let sealed = move || match stage.get() {
        Stage::Sealed(name, text) => words::sealed(&name, text.len()),
        _ => String::new(),
    };
    view! {
        <div class="inset form">
            <p class="small soft">{if answers_sealed { words::WHAT_REPLY } else { words::WHAT }}</p>
            <NewPassphrase text=passphrase known=known enter=seal proposes=!answers_sealed />
            <p class="problem" role="alert">{problem}</p>
            <Show when=is_open>
                <p class="acts" data-at="seal"><Button look="main" word=words::GO act=go.clone() /></p>
            </Show>
            <Show when=is_working>
                <div data-at="sealing"><Working what=words::SEALING takes=takes cancel=cancel /></div>
            </Show>
            <p role="status">{sealed}</p>
        </div>
    }
}

/// The ways.
#[component]
fn Ways(word: &'static str, #[prop(into)] file: Live<Option<File>>, done: Handler<Way>) -> impl IntoView {
    let desk = Desk::get();
    let file = move || untrack(|| file.get());
    let save = {
        let (file, done) = (file.clone(), done.clone());
        move |_| {
            let Some(file) = file() else { return };
            let done = done.clone();
            spawn_local(async move {
                match platform::save_file(&file.name, &file.content.text().await) {
                    Ok(()) => done.run(Way::Saved),
                    Err(_) => desk.say(problems::COULD_NOT_SAVE_FILE, false),
                }
            });
        }
    };
    let hand_on = platform::can_hand_on().then(|| {
        let (file, done) = (file.clone(), done.clone());
        let act = move |_| {
            let Some(file) = file() else { return };
            let done = done.clone();
            spawn_local(async move {
                // Whoever closes the sheet has changed their mind.
                if platform::hand_on(&file.name, &file.content.text().await).await.is_some() {
                    done.run(Way::HandedOn);
                }
            });
        };
        view! { <Button word=sharing::HAND_ON act=act /> }
    });
    let copy = move |_| {
        let Some(file) = file() else { return };
        let done = done.clone();
        spawn_local(async move {
            let text = match file.pasted {
                Some(text) => text,
                None => file.content.text().await,
            };
            if text.len() > MOST_PASTED {
                return desk.say(sharing::TOO_LONG, false);
            }
            match platform::copy(&text).await {
                Some(()) => done.run(Way::Copied),
                None => desk.say(sharing::NOT_COPIED, false),
            }
        });
    };
    view! {
        <Button look="main" word=word act=save />
        {hand_on}
        <Button word=sharing::COPY act=copy />
    }
}
