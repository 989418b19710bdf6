//! Web Locks: what one tab at a time may have, guaranteed by the browser and given back when a tab is gone.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::js_text::object;

/// A lock that is held until it is let go, or the tab is gone; dropping it lets go of nothing.
#[derive(Debug)]
pub struct Lock(Function);

impl Lock {
    /// Lets go of it.
    pub fn let_go(self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// How a lock is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Only if nobody holds it.
    IfFree,
    /// Together with others who ask in the same way; waits while somebody holds it alone.
    Shared,
    /// Alone; waits while others hold it, at most for so many milliseconds.
    Alone(u32),
    /// Alone, at once: whoever holds it has lost it.
    Taking,
}

/// Asks for a lock; none if it could not be had, or the browser has no locks. `lost` is called when
/// somebody takes it away.
pub async fn ask(name: &str, how: Asking, lost: impl FnOnce() + 'static) -> Option<Lock> {
    request(name, how, Box::new(lost)).await.ok().flatten()
}

async fn request(name: &str, how: Asking, lost: Box<dyn FnOnce()>) -> Result<Option<Lock>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let locks = Reflect::get(&window.navigator(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = match how {
        Asking::IfFree => ("ifAvailable", JsValue::TRUE),
        Asking::Shared => ("mode", "shared".into()),
        Asking::Alone(patience) => ("signal", web_sys::AbortSignal::timeout_with_u32(patience).into()),
        Asking::Taking => ("steal", JsValue::TRUE),
    };
    let given = Rc::new(Cell::new(false));
    let release: Rc<RefCell<Option<Function>>> = Rc::default();
    let told: Rc<RefCell<Option<Function>>> = Rc::default();
    let answer = Promise::new(&mut |resolve, _| {
        told.borrow_mut().replace(resolve);
    });
    let tell = move || {
        if let Some(tell) = told.borrow_mut().take() {
            let _ = tell.call0(&JsValue::NULL);
        }
    };
    let on_lock = {
        let (given, release, tell) = (given.clone(), release.clone(), tell.clone());
        Closure::once_into_js(move |lock: JsValue| -> JsValue {
            given.set(!lock.is_null());
            let held = given.get().then(|| {
                Promise::new(&mut |resolve, _| {
                    release.borrow_mut().replace(resolve);
                })
            });
            tell();
            held.map_or(JsValue::UNDEFINED, JsValue::from)
        })
    };
    let asked: Promise = request.call3(&locks, &name.into(), &object(&[options])?, &on_lock)?.dyn_into()?;
    wasm_bindgen_futures::spawn_local(async move {
        if JsFuture::from(asked).await.is_err() {
            // It was not given in time, or it was given and has been taken away.
            tell();
            if given.get() {
                lost();
            }
        }
    });
    JsFuture::from(answer).await?;
    Ok(release.borrow_mut().take().map(Lock))
}
