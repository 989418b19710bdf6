//! Which stamps this tab may give.
//!
//! Stamps tell what a writer has seen of itself, so two tabs must never write under one name. Each
//! holds a numbered place by a Web Lock for as long as it lives; each place has its own device id,
//! kept in local storage. One tab at a time, as is usual, always writes under the same name.

use super::{
    locks::{self, Asking},
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
        // Held until the tab is gone.
        if locks::ask(&format!("{}:writer:{place}", namespace.name()), Asking::IfFree, || ()).await.is_none() {
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
