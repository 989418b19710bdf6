//! Long work in turns: the page answers between them.

use std::cell::Cell;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Performance;

/// How long a turn is where nothing else is said, in milliseconds: a frame.
const FRAME: f64 = 16.0;

/// A turn of work, and the ones after it.
#[derive(Debug, Clone)]
pub struct Turn {
    /// In milliseconds.
    long: f64,
    /// None where the browser does not say: then all is one turn.
    clock: Option<Performance>,
    end: Cell<f64>,
}

impl Turn {
    /// A turn that begins now, as long as a frame.
    #[must_use]
    pub fn begin() -> Self {
        Self::of(FRAME)
    }

    /// A turn of so many milliseconds that begins now.
    #[must_use]
    pub fn of(long: f64) -> Self {
        let turn = Self { long, clock: web_sys::window().and_then(|it| it.performance()), end: Cell::default() };
        turn.next();
        turn
    }

    /// Whether it has lasted as long as it may.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.clock.as_ref().is_some_and(|clock| clock.now() > self.end.get())
    }

    fn next(&self) {
        self.end.set(self.clock.as_ref().map_or(0.0, Performance::now) + self.long);
    }

    /// Goes on at once while the turn lasts. When it is over, the browser does what waits, and the next one begins.
    pub async fn pause(&self) {
        if self.is_over() {
            give_way().await;
            self.next();
        }
    }
}

/// Lets the browser do what waits. This stands behind what waits already: `scheduler.yield` would go before what a
/// database answers.
async fn give_way() {
    let ask = |go_on: &Function| -> Result<(), JsValue> {
        let scheduler = Reflect::get(&js_sys::global(), &"scheduler".into())?;
        Reflect::get(&scheduler, &"postTask".into())?.dyn_into::<Function>()?.call1(&scheduler, go_on)?;
        Ok(())
    };
    let mut asked = Ok(());
    let gone_on = Promise::new(&mut |go_on, _| asked = ask(&go_on));
    match asked {
        Ok(()) => drop(JsFuture::from(gone_on).await),
        // Not every browser has it. A timer does the same, some milliseconds later.
        Err(_) => TimeoutFuture::new(0).await,
    }
}
