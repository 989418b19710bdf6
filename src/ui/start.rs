//! Opens the notebook and mounts the app.

use std::rc::Rc;

use futures_util::future::join3;
use gloo_timers::{callback::Timeout, future::TimeoutFuture};
use leptos::{
    mount::mount_to_body,
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};
use wasm_bindgen::{JsCast, closure::Closure};

use super::{
    anew::{self, Anew},
    desk::{Desk, Foundations},
    platform::{self, Moment},
    route::Route,
    shell::App,
    words::{
        problems,
        shell::{erase, example},
    },
};
use crate::{
    domain::{Change, Clock, Day, Draft, Notebook, Op},
    guide::example::example_year,
    storage::{Keeper, Namespace, Now, Opened, Which, indexed_db::IndexedDb, local::LocalShelf, pens::Pen, writer},
};

/// How long the page waits for another tab that erases before it says so, in milliseconds.
const PATIENCE: u32 = 2000;

/// Starts the app. Returns at once; the page is there when the notebook has been read.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        platform::call_page("mentorbookRescue", Some(&info.to_string()));
    }));
    // Leptos starts its own executor when the app is mounted, which is later.
    wasm_bindgen_futures::spawn_local(async {
        let Some(foundations) = open().await else {
            platform::call_page("mentorbookNewer", None);
            return;
        };
        // In turns: a browser compiles each function when it is first called, and a slow one stays quick to answer.
        TimeoutFuture::new(0).await;
        let shell_stands = RwSignal::new(false);
        mount_to_body(move || {
            let desk = Desk::new(foundations);
            provide_context(desk);
            listen(desk);
            view! { <App stands=shell_stands /> }
        });
        TimeoutFuture::new(0).await;
        shell_stands.set(true);
        if let Some(boot) = document().get_element_by_id("boot") {
            boot.remove();
        }
    });
}

/// A notebook that was opened where it lies, and what writing in it takes.
pub struct Laid {
    pub namespace: Namespace,
    pub keeper: Keeper<LocalShelf, IndexedDb>,
    pub pen: Pen,
    pub clock: Clock,
    pub opened: Opened,
}

/// Opens a notebook where it lies; none when a newer app wrote it.
pub async fn lay_open(which: Which) -> Option<Laid> {
    let namespace = Namespace::new(&platform::folder(), which);
    let shelf = LocalShelf::new();
    #[allow(clippy::cast_possible_truncation, reason = "any 32 of the bits will do")]
    let device = writer::claim(&namespace, shelf.as_ref().ok(), || platform::random_bits() as u32);
    let slow = Timeout::new(PATIENCE, || platform::say_while_opening(erase::WAITS));
    let pen = Pen::take(&namespace, || anew::begin(Anew::Elsewhere));
    let (device, pen, journal) = join3(device, pen, IndexedDb::open(namespace.name())).await;
    drop(slow);
    let now = Moment::now();
    let now = Now { at: now.millis, day: now.today };
    let (keeper, opened) = Keeper::open(namespace.clone(), shelf, journal, now).await.ok()?;
    let mut clock = Clock::new(device);
    for held in opened.notebook.all_held() {
        held.seen().stamps().for_each(|stamp| clock.observe(stamp));
    }
    Some(Laid { namespace, keeper, pen, clock, opened })
}

/// Opens the notebook of this tab; none when a newer app wrote it.
async fn open() -> Option<Foundations> {
    let mut which = which();
    let mut laid = lay_open(which).await?;
    if let Which::Given(share) = which
        && laid.opened.notebook.get(share).is_none()
    {
        // It was forgotten in another tab: there is one's own notebook to go back to.
        open_next(Which::Mine);
        which = Which::Mine;
        laid = lay_open(which).await?;
    }
    let Laid { namespace, keeper, pen, mut clock, opened } = laid;
    let mut notebook = opened.notebook;
    if which == Which::Example && notebook.is_empty() {
        fill(&keeper, &mut notebook, &mut clock).await;
    }
    let status = problems::kept_as(opened.shelf_problem.as_ref(), opened.journal_problem.as_ref());
    Some(Foundations { which, namespace, keeper, pen, clock, notebook, status })
}

/// The example, whose code and texts come only to those who look at it.
#[allow(clippy::unnecessary_wraps, reason = "the macro asks for a result, in which it says that the code did not come")]
#[wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn year(today: Day) -> Result<Vec<Draft>, SplitLoaderError> {
    Ok(example_year(today))
}

/// Writes the example year into the notebook that is there for it.
async fn fill(keeper: &Keeper<LocalShelf, IndexedDb>, notebook: &mut Notebook, clock: &mut Clock) {
    let now = Moment::now();
    let Ok(year) = year(now.today).await else { return };
    let ops = year.into_iter().map(Op::Put).collect();
    let written = notebook.apply(&Change { label: String::new(), ops }, clock, now.millis);
    if let Ok(written) = written {
        // Whatever refuses it: the example stands on screen, and is written again the next time.
        keeper.stock(&written.now).await;
    }
}

/// The key in the tab's own storage that says which notebook is open in it.
fn open_key() -> String {
    format!("mentorbook:{}:open", platform::folder())
}

fn which() -> Which {
    let word = platform::tab_storage().and_then(|storage| storage.get_item(&open_key()).ok().flatten());
    word.and_then(|word| Which::from_word(&word)).unwrap_or(Which::Mine)
}

/// Notes which notebook this tab opens when it is loaded next.
fn open_next(which: Which) {
    if let Some(storage) = platform::tab_storage() {
        let _ = match which {
            Which::Mine => storage.remove_item(&open_key()),
            which => storage.set_item(&open_key(), &which.word()),
        };
    }
}

/// Opens another notebook in this tab at an address, by loading the page anew.
pub fn switch_to(which: Which, at: &Route) {
    open_next(which);
    let _ = window().location().set_hash(&at.address());
    let _ = window().location().reload();
}

/// Listens to what concerns the whole page.
fn listen(desk: Desk) {
    // The moment moves on while the page is open; half a minute is fine for days and hours.
    let tick = gloo_timers::callback::Interval::new(30_000, move || {
        desk.moment.set(Moment::now());
        spawn_local(desk.look_around());
    });
    tick.forget();
    for event in ["pagehide", "visibilitychange"] {
        on_page(event, move || {
            if document().visibility_state() == web_sys::VisibilityState::Hidden || event == "pagehide" {
                desk.going_away();
            } else {
                desk.moment.set(Moment::now());
                spawn_local(desk.look_around());
            }
        });
    }
    desk.with_keeper(|keeper| keeper.when_taken(Rc::new(move || desk.look_around_soon())));
    // Local storage tells the other tabs what is written to it. It stands in for the channel between them
    // where there is none, and tells when it is cleared.
    on_event("storage", move |event: web_sys::Event| {
        let of = |name: &str| js_sys::Reflect::get(&event, &name.into()).ok().and_then(|value| value.as_string());
        desk.told_by_storage(of("key").as_deref(), of("newValue").as_deref());
    });
    // Before another version takes over, what is typed is kept.
    let flush = Closure::<dyn FnMut() -> js_sys::Promise>::new(move || {
        wasm_bindgen_futures::future_to_promise(async move {
            desk.settled().await;
            Ok(wasm_bindgen::JsValue::UNDEFINED)
        })
    });
    let _ = js_sys::Reflect::set(&window(), &"mentorbookFlush".into(), flush.as_ref());
    flush.forget();
    if desk.which() == Which::Example && desk.notebook.with_untracked(Notebook::is_empty) {
        desk.say(example::NOT_HERE, false);
    }
    match anew::why() {
        Some(Anew::Elsewhere) => {
            desk.say(erase::ELSEWHERE, false);
            desk.rest_keys(true);
        }
        Some(Anew::Everything) => desk.say(erase::EVERYTHING, false),
        Some(Anew::InReach) => desk.say(erase::in_reach(erase::EVERYTHING_IN_REACH), false),
        None => {}
    }
    if desk.lacks_something() {
        desk.say(super::words::settings::ASIDES_FOUND, false);
    }
}

fn on_event(event: &str, hear: impl FnMut(web_sys::Event) + 'static) {
    let listener = Closure::<dyn FnMut(web_sys::Event)>::new(hear);
    let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

fn on_page(event: &str, run: impl FnMut() + 'static) {
    let listener = Closure::<dyn FnMut()>::new(run);
    let listen = |target: &web_sys::EventTarget| {
        let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    };
    if event == "visibilitychange" {
        listen(document().as_ref());
    } else {
        listen(window().as_ref());
    }
    listener.forget();
}
