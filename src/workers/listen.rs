//! How a worker is asked and answers, the same for each: one message asks, with bytes beside it, and one or more answer.

use js_sys::{Array, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Where answers go.
pub struct Teller(DedicatedWorkerGlobalScope);

impl Teller {
    /// Says something before the last answer.
    pub fn meanwhile(&self, answer: &impl Serialize) {
        self.say(answer, None, true);
    }

    fn say(&self, answer: &impl Serialize, bytes: Option<&[u8]>, more: bool) {
        let text = serde_json::to_string(answer).unwrap_or_default();
        let bytes = bytes.map_or(JsValue::UNDEFINED, |bytes| Uint8Array::from(bytes).into());
        let _ = self.0.post_message(&Array::of3(&text.into(), &bytes, &more.into()));
    }

    /// Milliseconds since some moment.
    pub fn now(&self) -> f64 {
        self.0.performance().map_or(0.0, |it| it.now())
    }

    /// Fills with random bytes; false if this browser has none.
    pub fn fill(&self, random: &mut [u8]) -> bool {
        self.0.crypto().is_ok_and(|it| it.get_random_values_with_u8_array(random).is_ok())
    }
}

/// Does each job that is asked for, one after the other. The first message, which is empty, says that it listens.
pub fn listen<J: DeserializeOwned, A: Serialize>(done: impl Fn(&Teller, J, &[u8]) -> (A, Option<Vec<u8>>) + 'static) {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let teller = Teller(scope.clone());
    let take = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message = Array::from(&event.data());
        let Some(job) = message.get(0).as_string().and_then(|job| serde_json::from_str(&job).ok()) else {
            // No answer of ours reads like this, and whoever asked does not wait for ever.
            return teller.say(&(), None, false);
        };
        let bytes = message.get(1).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        let (answer, bytes) = done(&teller, job, &bytes);
        teller.say(&answer, bytes.as_deref(), false);
    });
    scope.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
    let _ = scope.post_message(&JsValue::NULL);
}
