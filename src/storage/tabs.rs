//! News between tabs: “something was written”, and nothing else. What was written stands in the
//! journal, where each tab reads it for itself.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::BroadcastChannel;

use super::namespace::Namespace;

/// What tabs tell each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Something was written to the journal.
    Written,
    /// Something is to be erased: see [`super::pens`].
    Erasing,
}

impl News {
    fn word(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Erasing => "erasing",
        }
    }
}

/// The channel of one notebook.
#[derive(Debug)]
pub struct Tabs {
    channel: BroadcastChannel,
}

impl Tabs {
    /// Listens to the other tabs; `None` where the browser has no channels.
    pub fn listen(namespace: &Namespace, mut hear: impl FnMut(News) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(namespace.name()).ok()?;
        let on_message = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
            match event.data().as_string().as_deref() {
                Some("written") => hear(News::Written),
                Some("erasing") => hear(News::Erasing),
                _ => {}
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // The channel lives as long as the page; should the app break, the page of `rescue.js` closes it.
        on_message.forget();
        let _ = web_sys::window().map(|window| js_sys::Reflect::set(&window, &"mentorbookTabs".into(), &channel));
        Some(Self { channel })
    }

    /// Tells the other tabs.
    pub fn tell(&self, news: News) {
        // A tab that does not hear it reads it from the journal when it writes next.
        let _ = self.channel.post_message(&JsValue::from_str(news.word()));
    }
}
