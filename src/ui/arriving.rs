//! Files that come by themselves: dropped on the window, or opened with this app from the system. They are opened in the
//! one place that opens every file.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::{desk::Desk, route::Route, words::sharing::reading};
use crate::storage::Which;

thread_local! {
    /// The file that came last, until the place that opens files takes it.
    static CAME: RefCell<Option<web_sys::File>> = const { RefCell::new(None) };
    /// How many came.
    static COUNT: ArcRwSignal<usize> = ArcRwSignal::new(0);
}

/// The file that came last, if nobody took it yet. Whoever asks is told when another one comes.
pub fn take() -> Option<web_sys::File> {
    COUNT.with(Track::track);
    CAME.take()
}

fn came(desk: Desk, file: web_sys::File) {
    if matches!(desk.which(), Which::Given(_)) {
        return desk.say(reading::CLOSE_FIRST, false);
    }
    CAME.set(Some(file));
    COUNT.with(|count| count.update(|count| *count += 1));
    desk.go(&Route::Share);
}

/// Whether what is dragged is files, and not over a field that takes them itself.
fn concerns(event: &web_sys::DragEvent) -> bool {
    let has_files = event.data_transfer().is_some_and(|it| it.types().includes(&"Files".into(), 0));
    let over = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    has_files && !over.is_some_and(|over| matches!(over.closest("input[type=file]"), Ok(Some(_))))
}

/// Listens from now on.
pub fn listen(desk: Desk) {
    // Without this the browser would leave the page to show the file.
    let _over = window_event_listener(ev::dragover, |event| {
        if concerns(&event) {
            event.prevent_default();
        }
    });
    let _dropped = window_event_listener(ev::drop, move |event| {
        if concerns(&event) {
            event.prevent_default();
            if let Some(file) = event.data_transfer().and_then(|it| it.files()).and_then(|files| files.get(0)) {
                came(desk, file);
            }
        }
    });
    launched(desk);
}

/// Chromium gives an installed app the files that were opened with it.
fn launched(desk: Desk) -> Option<()> {
    let queue = Reflect::get(&window(), &"launchQueue".into()).ok()?;
    let set: Function = Reflect::get(&queue, &"setConsumer".into()).ok()?.dyn_into().ok()?;
    let consumer = Closure::<dyn FnMut(JsValue)>::new(move |given: JsValue| {
        spawn_local(async move {
            if let Some(file) = first_of(&given).await {
                came(desk, file);
            }
        });
    });
    let _ = set.call1(&queue, consumer.as_ref());
    consumer.forget();
    Some(())
}

async fn first_of(given: &JsValue) -> Option<web_sys::File> {
    let handles: Array = Reflect::get(given, &"files".into()).ok()?.dyn_into().ok()?;
    let handle = handles.get(0);
    let get: Function = Reflect::get(&handle, &"getFile".into()).ok()?.dyn_into().ok()?;
    let file: js_sys::Promise = get.call0(&handle).ok()?.dyn_into().ok()?;
    JsFuture::from(file).await.ok()?.dyn_into().ok()
}
