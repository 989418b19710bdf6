//! Which stamps this tab may give.
//!
//! Stamps tell what a writer has seen of itself, so two tabs must never write under one name. Each
//! holds a numbered place by a Web Lock for as long as it lives; each place has its own device id,
//! kept in local storage. One tab at a time, as is usual, always writes under the same name.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::{
    namespace::Namespace,
    shelf::{Raw, Shelf},
};
use crate::domain::DeviceId;

/// How many tabs find a place of their own; more of them write under a name of the moment.
const PLACES: usize = 16;

/// The name under which this tab writes. `fresh` gives the bits of a new one.
pub async fn claim<S: Shelf>(namespace: &Namespace, shelf: Option<&S>, fresh: impl Fn() -> u32) -> DeviceId {
    let Some(shelf) = shelf else {
        return DeviceId::new(fresh());
    };
    for place in 0..PLACES {
        if !hold(&format!("{}:writer:{place}", namespace.name())).await {
            continue;
        }
        let key = namespace.one(&format!("device-{place}"));
        if let Ok(Some(Raw::Text(text))) = shelf.get(&key)
            && let Ok(device) = text.parse()
        {
            return device;
        }
        let device = DeviceId::new(fresh());
        // If it cannot be kept, the next tab in this place takes a new name, which is always right.
        let _ = shelf.set(&key, &device.to_string());
        return device;
    }
    DeviceId::new(fresh())
}

/// Holds a lock until the tab is gone; `false` if another holds it or the browser has no locks.
async fn hold(name: &str) -> bool {
    request(name).await.unwrap_or(false)
}

async fn request(name: &str) -> Result<bool, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let locks = Reflect::get(&window.navigator(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &true.into())?;
    let told: Rc<RefCell<Option<Function>>> = Rc::default();
    let answer = Promise::new(&mut |resolve, _| {
        told.borrow_mut().replace(resolve);
    });
    let on_lock = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let got = !lock.is_null();
        if let Some(tell) = told.borrow_mut().take() {
            let _ = tell.call1(&JsValue::NULL, &got.into());
        }
        if got {
            // A promise that is never settled holds the lock as long as the tab lives.
            Promise::new(&mut |_, _| {}).into()
        } else {
            JsValue::UNDEFINED
        }
    });
    request.call3(&locks, &name.into(), &options, &on_lock)?;
    Ok(JsFuture::from(answer).await?.as_bool().unwrap_or(false))
}
